import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    name: 'ledger',
    root: fileURLToPath(new URL('../..', import.meta.url)),
    include: ['packages/ledger/test/**/*.test.ts'],
    environment: 'node',
    globalSetup: 'scripts/ledger/with-postgres.ts',
    pool: 'forks',
    maxWorkers: 2,
    testTimeout: process.env['KELISIM_LONG'] ? 3_600_000 : 60_000,
    hookTimeout: 60_000,
  },
})
