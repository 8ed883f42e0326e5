import type { LaunchOptions, Page } from 'puppeteer-core'
import type { Browser } from './browser.ts'
import { findProgram } from './find-program.ts'
import { launchPuppeteer } from './puppeteer.ts'
import type { Media } from './tab.ts'

const PATHS = ['/usr/bin/firefox-esr', '/usr/bin/firefox']

/** Launches Firefox behind the proxy and drives it over WebDriver BiDi. */
export async function launchFirefox(proxy: string): Promise<Browser> {
  const [host, port] = proxy.split(':')
  const extraPrefsFirefox = {
    'network.proxy.type': 1,
    'network.proxy.http': host,
    'network.proxy.http_port': Number(port),
    'network.proxy.ssl': host,
    'network.proxy.ssl_port': Number(port),
    // A typed http:// address must be asked for as it is.
    'dom.security.https_first': false,
    'dom.security.https_first_schemeless': false,
  }
  const options: LaunchOptions = {
    browser: 'firefox',
    executablePath: findProgram(PATHS, 'firefox-esr'),
    // Lets `emulate` reach the browser's own preferences.
    args: ['--remote-allow-system-access'],
    extraPrefsFirefox,
  }
  return launchPuppeteer({
    engine: 'firefox',
    options,
    emulate,
    // BiDi has no command for it.
    accessibilityTree: async () => null,
  })
}

interface Bidi {
  send(method: string, params: object): Promise<{ result: unknown }>
}

// BiDi has no command for media features, so the preferences behind them are set. They hold for
// the whole browser: `emulate({})` puts them back.
async function emulate(page: Page, media: Media): Promise<boolean> {
  const { connection } = page.browser() as unknown as { connection: Bidi }
  const tree = await connection.send('browsingContext.getTree', { 'moz:scope': 'chrome' })
  const { contexts } = tree.result as { contexts: readonly { context: string }[] }
  await connection.send('script.evaluate', {
    expression: preferences(media)
      .map(([name, value]) =>
        value === undefined
          ? `Services.prefs.clearUserPref('${name}')`
          : `Services.prefs.set${typeof value === 'number' ? 'Int' : 'Bool'}Pref('${name}', ${value})`,
      )
      .join('; '),
    target: { context: contexts[0]?.context },
    awaitPromise: false,
  })
  return true
}

function preferences(media: Media): readonly (readonly [string, number | boolean | undefined])[] {
  return [
    ['layout.css.prefers-color-scheme.content-override', choose(media.dark, 0, 1)],
    ['ui.prefersReducedMotion', choose(media.reducedMotion, 1, 0)],
    ['browser.display.document_color_use', choose(media.forcedColors, 2, 1)],
    ['privacy.globalprivacycontrol.enabled', media.privacyControl],
  ]
}

function choose(wanted: boolean | undefined, yes: number, no: number): number | undefined {
  if (wanted === undefined) return undefined
  return wanted ? yes : no
}
