export { startLedger, type RunningLedger } from './service/start.ts'
export { readConfig, ConfigError } from './service/read-config.ts'
export type { Config } from './service/config.ts'
export { verify, type Verdict } from './chain/verify.ts'
