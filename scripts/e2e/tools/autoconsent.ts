import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import type { AutoConsentCMPRule, Config, ContentScriptMessage } from '@duckduckgo/autoconsent'
import type { Site } from '../server.ts'
import type { Tab } from '../tab.ts'

/** The rule as the package publishes it. */
export const RULE = JSON.parse(
  readFileSync(new URL('../../../packages/kelisim/autoconsent.json', import.meta.url), 'utf8'),
) as AutoConsentCMPRule

declare global {
  /** What the tool said, in order. */
  var autoconsentSaid: ContentScriptMessage[]
  var autoconsentReceiveMessage: (message: { readonly type: string }) => Promise<void>
}

/** What the tool is to do. */
export interface Orders {
  readonly autoAction: Config['autoAction']
  /** @default our rule */
  readonly rules?: readonly AutoConsentCMPRule[]
  /** How far it may go where no rule fits. @default 'off' */
  readonly heuristicMode?: Config['heuristicMode']
}

/** Puts the tool's own content script on a site. */
export function serveAutoconsent(site: Site, origin: string): void {
  const main = createRequire(import.meta.url).resolve('@duckduckgo/autoconsent')
  const script = readFileSync(join(main, '../autoconsent.playwright.js'), 'utf8')
  site.route(`${origin}/autoconsent.js`, script)
}

/** Runs the tool on the page, as an extension would that has these settings. */
export function runAutoconsent(
  tab: Tab,
  { autoAction, rules = [RULE], heuristicMode = 'off' }: Orders,
): Promise<void> {
  // It guesses at the second look only.
  const config = { enabled: true, autoAction, heuristicMode, detectRetries: 1 }
  return tab.evaluate(
    (settings, autoconsent) => {
      window.autoconsentSaid = []
      Object.assign(window, {
        async autoconsentSendMessage(message: ContentScriptMessage) {
          autoconsentSaid.push(structuredClone(message))
          if (message.type !== 'init') return
          // Its receiver is there a moment later.
          await Promise.resolve()
          const answer = { type: 'initResp', config: settings, rules: { autoconsent } }
          await autoconsentReceiveMessage(answer)
        },
      })
      const script = Object.assign(document.createElement('script'), { src: '/autoconsent.js' })
      document.head.append(script)
    },
    config,
    rules,
  )
}

/** The results that the tool has told so far, such as `optOutResult true`. */
export function results(tab: Tab): Promise<string[]> {
  return tab.evaluate(() =>
    autoconsentSaid.flatMap((message) =>
      'result' in message ? `${message.type} ${message.result}` : [],
    ),
  )
}

/** Where the tool's work stands, such as `openPopupDetected` or `nothingDetected`. */
export function lifecycle(tab: Tab): Promise<string | undefined> {
  return tab.evaluate(() => {
    const reports = autoconsentSaid.filter((message) => message.type === 'report')
    return reports.at(-1)?.state.lifecycle
  })
}
