import type { Engine } from './engines.ts'
import type { Media, Tab } from './tab.ts'

/** One running browser; slow to launch, so share it among tests. */
export interface Browser {
  readonly engine: Engine
  /**
   * Someone who has never been here: no cookies, no storage, no cache.
   *
   * @param media What this person prefers; WebKit knows no forced colours.
   */
  newVisitor(media?: Media): Promise<Visitor>
  close(): Promise<void>
}

/** One cookie jar with its tabs. */
export interface Visitor {
  /** Opens a tab in front of the others. */
  newTab(): Promise<Tab>
  close(): Promise<void>
}

/**
 * Launches one engine with all its traffic sent to the proxy.
 *
 * @param proxy `host:port` of a started site.
 * @throws {Error} When the browser is not installed; the message says what to install.
 */
export async function launch(engine: Engine, proxy: string): Promise<Browser> {
  // Each engine is loaded when asked for: a run in WebKit alone needs no puppeteer.
  if (engine === 'webkit') return (await import('./webkit.ts')).launchWebKit(proxy)
  if (engine === 'firefox') return (await import('./firefox.ts')).launchFirefox(proxy)
  return (await import('./chromium.ts')).launchChromium(proxy)
}
