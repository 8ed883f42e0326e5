import { page } from './platform/page.ts'
import css from './reopen.css?inline'

/**
 * Keeps the small round button that opens the preferences. Plain DOM, so that it needs nothing else, and
 * made when it is first wanted: most who come for the first time never see it.
 *
 * @returns Shows it with its label, or without one takes it off the page.
 */
export function createReopen(
  open: () => void,
): (label?: string | false, language?: string) => void {
  const host = page.createElement('kelisim-reopen')
  const button = page.createElement('button')
  return (label, language) => {
    if (!label) return host.remove()
    if (!button.onclick) {
      const sheet = new CSSStyleSheet()
      const root = host.attachShadow({ mode: 'open' })
      sheet.replaceSync(css)
      root.adoptedStyleSheets = [sheet]
      root.append(button)
      button.textContent = '⚙\uFE0E'
      button.onclick = open
    }
    button.ariaLabel = label
    button.lang = language as string
    // Outside <body>, which some sites replace as a whole.
    if (!host.isConnected) page.documentElement.append(host)
  }
}
