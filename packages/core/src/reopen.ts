import { page } from './platform/page.ts'
import css from './reopen.css?inline'

/**
 * Makes the small round button that opens the preferences. Plain DOM, so that it needs nothing else.
 *
 * @returns Shows it with its label, or takes it off the page.
 */
export function createReopen(
  open: () => void,
): (visible: boolean, label: string, language: string) => void {
  const host = page.createElement('kelisim-reopen')
  const button = page.createElement('button')
  const sheet = new CSSStyleSheet()
  const root = host.attachShadow({ mode: 'open' })
  sheet.replaceSync(css)
  root.adoptedStyleSheets = [sheet]
  root.append(button)
  button.textContent = '⚙\uFE0E'
  button.onclick = open
  return (visible, label, language) => {
    button.ariaLabel = label
    button.lang = language
    // Outside <body>, which some sites replace as a whole.
    if (!visible) host.remove()
    else if (!host.isConnected) page.documentElement.append(host)
  }
}
