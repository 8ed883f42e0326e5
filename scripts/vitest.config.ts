import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'
import { catalogues } from './locales/rollup-plugin.ts'

const studioTexts = fileURLToPath(new URL('../packages/studio/src/texts/', import.meta.url))

const isLong = Boolean(process.env['KELISIM_LONG'])

export default defineConfig({
  plugins: [catalogues(), catalogues(studioTexts)],
  root: fileURLToPath(new URL('..', import.meta.url)),
  define: { __DEV__: 'true', __VERSION__: '"0.0.0"' },
  oxc: { jsx: { runtime: 'classic', pragma: 'h', pragmaFrag: 'Fragment', development: false } },
  test: {
    // Without it `?inline` stylesheets are empty.
    css: true,
    // Property tests take their time on a busy machine.
    testTimeout: isLong ? 600_000 : 30_000,
    setupFiles: isLong ? ['scripts/fuzz-longer.ts'] : [],
    include: ['packages/*/src/**/*.test.{ts,tsx}', 'scripts/**/*.test.ts'],
  },
})
