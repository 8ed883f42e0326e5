/** Makes every property run ten times as often; for `npm run test:long`, whose failures name their seed. */
import fc from 'fast-check'

fc.configureGlobal({ numRuns: 1_000 })
