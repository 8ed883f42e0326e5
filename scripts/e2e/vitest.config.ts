import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    name: 'e2e',
    root: fileURLToPath(new URL('../..', import.meta.url)),
    include: ['scripts/e2e/**/*.e2e.ts'],
    pool: 'forks',
    // Browsers are launched once per worker, and each of the two workers keeps one core busy.
    isolate: false,
    maxWorkers: 2,
    // A browser that shares its core may need more than the default second.
    expect: { poll: { timeout: 5_000 } },
    // WebKit's driver loses an answer now and then; a fault of ours fails three times.
    retry: process.env['CI'] ? 2 : 0,
    testTimeout: 45_000,
    hookTimeout: 60_000,
    teardownTimeout: 20_000,
  },
})
