export type { Consent, Status } from './consent.ts'
export { createConsent } from './create-consent.ts'
export { ConsentError, type ErrorCode } from './errors.ts'
export type { Answers, Decision, Method } from './model/decision.ts'
export type { LoadContext } from './model/load-context.ts'
export type {
  CategoryOptions,
  Confidence,
  LocalText,
  Options,
  Service,
  StorageEntry,
} from './model/options.ts'
export type { Ports } from './ports.ts'
export type { ConsentRecord, RecordEvent } from './on-demand/consent-record.ts'
export type { DebugReport, HeldElement } from './on-demand/debug-report.ts'
export type { Action, Messages, ShowView, View } from './view.ts'
