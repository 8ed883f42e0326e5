import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'

/** The unit tests of the core alone: they are what has to notice a changed line of it. */
export default defineConfig({
  root: fileURLToPath(new URL('../..', import.meta.url)),
  define: { __DEV__: 'true', __VERSION__: '"0.0.0"' },
  test: {
    testTimeout: 30_000,
    include: ['packages/core/src/{model,record,gate,on-demand}/**/*.test.ts'],
    // These measure time, and mutants of what they test are of other folders.
    exclude: ['packages/core/src/on-demand/{contrast,name-matcher,outbox/**}*'],
  },
})
