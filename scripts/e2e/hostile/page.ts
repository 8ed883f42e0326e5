import { fileURLToPath } from 'node:url'
import '../pages/in-page.ts'
import type { Site } from '../server.ts'
import type { Tab } from '../tab.ts'

declare global {
  /** Everything that was written to the console as an error. */
  var told: string[]
  /** What the page's security policy stopped. */
  var violations: string[]
}

/** A third party; `openWorld` lets it answer any script by its name. */
export const TRACKER = 'https://tracker.example'

/** How our tag is written. */
export interface Tag {
  readonly nonce?: string | undefined
  /** Further attributes, as they stand in the page. */
  readonly attributes?: string
  /** Options in the page's own JSON, put before the tag. */
  readonly options?: object
  /** @default '/kelisim/kelisim.js' */
  readonly src?: string
}

/** The parts of a page in HTML. */
export interface HostilePage {
  /** @default '<!doctype html>' */
  readonly doctype?: string
  readonly lang?: string
  readonly nonce?: string
  /** @default our tag */
  readonly head?: string
  readonly body?: string
}

/** The folder of the built files. */
export const BUILT = fileURLToPath(
  new URL('../../../packages/kelisim/dist/browser', import.meta.url),
)

// A file of its own, because many policies allow no inline script. The functions are kept from the
// page, which may replace them later.
const WITNESS = `
var ran = [], faults = [], told = [], violations = [], heard = []
;(() => {
  const { error } = console, text = String, push = [].push
  const note = (list, item) => push.call(list, text(item))
  console.error = (...parts) => {
    for (const part of parts) note(told, part)
    error.apply(console, parts)
  }
  addEventListener('error', ({ message }) => note(faults, message))
  addEventListener('unhandledrejection', ({ reason }) => note(faults, reason))
  addEventListener('kelisim:consent', () => note(heard, 'consent'))
  addEventListener('kelisim:change', () => note(heard, 'change'))
  addEventListener('securitypolicyviolation', (event) =>
    note(violations, event.effectiveDirective + ' ' + event.blockedURI + ' ' + event.sample))
})()`

/** Puts on every host: the built files, the witness, and third-party scripts that say their name. */
export function openWorld(site: Site): void {
  site.directory('/kelisim/', BUILT)
  site.route('/witness.js', WITNESS)
  for (const name of ['one', 'two', 'three', 'four']) {
    const headers = { 'access-control-allow-origin': '*', 'timing-allow-origin': '*' }
    site.route(`${TRACKER}/${name}.js`, { body: `ran.push('${name}')`, headers })
  }
}

/** Writes our tag. */
export function tag({ nonce, attributes = '', options, src = '/kelisim/kelisim.js' }: Tag = {}) {
  // What is asked must not end the element that it stands in.
  const json = JSON.stringify(options)?.replaceAll('<', '\\u003c')
  const config = json ? `<script type="application/json" data-kelisim-config>${json}</script>` : ''
  return `${config}<script src="${src}"${carry(nonce)} ${attributes}></script>`
}

/** Writes a page that notes what happens to it. */
export function page({
  doctype = '<!doctype html>',
  lang = 'ru',
  nonce,
  head = tag({ nonce }),
  body = '',
}: HostilePage = {}): string {
  return `${doctype}<html lang="${lang}"><head><meta charset="utf-8"><title>Page</title>
<script src="/witness.js"${carry(nonce)}></script>
${head}
</head><body>
${body}
</body></html>`
}

/** What the page noted about itself. */
export function noted(tab: Tab) {
  return tab.evaluate(() => ({ ran: [...ran].sort(), faults, violations }))
}

/** Codes of the errors that Kelisim told, in order. */
export async function toldCodes(tab: Tab): Promise<string[]> {
  const lines = await tab.evaluate(() => told)
  return lines.flatMap((line) => /\[kelisim\] ([\w-]+)/.exec(line)?.[1] ?? [])
}

function carry(nonce: string | undefined): string {
  return nonce === undefined ? '' : ` nonce="${nonce}"`
}
