/**
 * Changes the lines that decide what may run, one at a time, and expects a test to fail each time:
 * `pnpm test:mutation`, or `pnpm test:mutation --mutate packages/core/src/record/*.ts`.
 *
 * What survives there says the same in other words: `?.` and default values that only the types ask for, for
 * example after `split()`; texts that are compared with nothing; what is done a second time, such as closing
 * twice at the end.
 */
export default {
  mutate: [
    'packages/core/src/{model,record,gate}/*.ts',
    '!packages/core/src/**/*.test.ts',
    // Types only.
    '!packages/core/src/model/options.ts',
  ],
  plugins: ['@stryker-mutator/vitest-runner'],
  testRunner: 'vitest',
  vitest: { configFile: 'scripts/mutation/vitest.config.ts', related: false },
  coverageAnalysis: 'perTest',
  // What is not read by these tests need not be copied.
  ignorePatterns: ['docs', 'examples', '**/dist', '.git', 'packages/{studio,ui,ledger}'],
  tempDirName: '.stryker-tmp',
  incremental: true,
  incrementalFile: 'node_modules/.cache/stryker.json',
  concurrency: 2,
  timeoutMS: 10_000,
  reporters: ['clear-text', 'progress-append-only'],
  clearTextReporter: { allowColor: false, logTests: false, reportTests: false },
  thresholds: { high: 95, low: 90, break: 90 },
}
