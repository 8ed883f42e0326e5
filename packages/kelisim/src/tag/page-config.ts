import { ConsentError, type Options } from '@kelisim/core'
import { page } from '@kelisim/core/page'

/**
 * Reads the options that the page carries as `<script type="application/json" data-kelisim-config>`.
 *
 * @returns Undefined while there are none.
 * @throws {ConsentError} `bad-json` with the browser's word on the position.
 */
export function pageConfig(): Options | undefined {
  const element = page.querySelector('script[data-kelisim-config]')
  try {
    return element ? JSON.parse(`${element.textContent}`) : undefined
  } catch (cause) {
    throw new ConsentError('bad-json', `data-kelisim-config: ${cause}`)
  }
}
