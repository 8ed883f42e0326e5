import { ConsentError, type Options } from '@kelisim/core'
import { page } from '@kelisim/core/page'

const SELECTOR = 'script[type="application/json"][data-kelisim-config]'

/**
 * Reads the options that the page carries as `<script type="application/json" data-kelisim-config>`.
 *
 * @returns Null while there is none.
 * @throws {ConsentError} `bad-json` with what the browser says about the position.
 */
export function pageConfig(): Options | null {
  const element = page.documentElement.querySelector(SELECTOR)
  if (!element) return null
  try {
    return JSON.parse(element.textContent ?? '') as Options
  } catch (cause) {
    throw new ConsentError('bad-json', `data-kelisim-config: ${String(cause)}`, { cause })
  }
}
