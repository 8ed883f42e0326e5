import { type Consent, createConsent as create, type Options } from '@kelisim/core'
import * as answer from '@kelisim/core/answer'
import * as api from '@kelisim/core/api'
import { assertNames } from '@kelisim/core/assert-names'
import * as gate from '@kelisim/core/gate'
import * as site from '@kelisim/core/site'
import { reopenLabels } from '@kelisim/locales/reopen'
import { assertOptions } from './dev/check-options.ts'
import { files } from './files.ts'
import { version } from './version.ts'

declare const __DEV__: boolean

export {
  type Answers,
  type CategoryOptions,
  type Consent,
  ConsentError,
  type ConsentRecord,
  type DebugReport,
  type Decision,
  type ErrorCode,
  type HeldElement,
  type LoadContext,
  type LocalText,
  type Method,
  type Options,
  type RecordEvent,
  type Service,
  type Status,
} from '@kelisim/core'

/**
 * Makes one page's consent. Nothing happens to the page, and no global is read, before `start()`; so it
 * can be imported and called on a server.
 *
 * @param options See `Options`; every key is optional.
 * @throws {ConsentError} for options that cannot work; the message says which, and how to repair it.
 *
 * @example
 * ```ts
 * export const consent = createConsent({ policy: { version: '2026-11-01', url: '/privacy' } })
 * consent.start()
 * ```
 */
export function createConsent(options: Options = {}): Consent {
  if (__DEV__) assertOptions(options)
  else assertNames(options)
  return create(options, {
    version,
    reopenLabels,
    // Answers take effect at once, and what they allow runs without another request.
    builtIn: { api, answer, gate, site },
    load: (file) => files[file]?.() ?? Promise.reject(new Error(file)),
  })
}
