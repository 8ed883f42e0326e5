import { renderOptions } from './build-options.ts'
import { renderCookiePage } from './docs/cookie-page.ts'
import { renderErrorsPage } from './docs/errors-page.ts'
import { renderOptionsPage } from './docs/options-page.ts'
import { renderServicesPage } from './docs/services-page.ts'
import { renderReopenLabels } from './locales/build-reopen.ts'

/** Files in the repository that are made from others, by path. */
export const generatedFiles: Readonly<Record<string, () => Promise<string>>> = {
  'packages/core/src/model/options.ts': renderOptions,
  'packages/locales/src/reopen.ts': renderReopenLabels,
  'docs/options.md': renderOptionsPage,
  'docs/errors.md': renderErrorsPage,
  'docs/cookie.md': renderCookiePage,
  'docs/services.md': renderServicesPage,
}
