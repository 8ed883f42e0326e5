import { page } from './platform/page.ts'
import css from './reopen.css?inline'

/** The small round button that opens the preferences. Plain DOM, so that it needs nothing else. */
export interface Reopen {
  /** Shows or hides it, with its label. */
  update(visible: boolean, label: string, language: string): void
  /** Removes it. */
  remove(): void
}

/** Makes the control; it comes onto the page when it is first visible. */
export function createReopen(open: () => void): Reopen {
  const host = page.createElement('kelisim-reopen')
  const button = page.createElement('button')
  const sheet = new CSSStyleSheet()
  const root = host.attachShadow({ mode: 'open' })
  sheet.replaceSync(css)
  root.adoptedStyleSheets = [sheet]
  root.append(button)
  button.textContent = '⚙\uFE0E'
  button.onclick = open
  return {
    update(visible, label, language) {
      button.ariaLabel = label
      button.lang = language
      // Outside <body>, which some sites replace as a whole.
      if (!visible) host.remove()
      else if (!host.isConnected) page.documentElement.append(host)
    },
    remove: () => host.remove(),
  }
}
