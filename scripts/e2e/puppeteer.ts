import {
  launch,
  type BrowserContext,
  type KeyInput,
  type LaunchOptions,
  type Page,
} from 'puppeteer-core'
import type { Browser } from './browser.ts'
import { createTab } from './create-tab.ts'
import type { Engine } from './engines.ts'
import type { Key } from './keys.ts'
import { atOurEnd } from './our-end.ts'
import type { BrowserCookie, Media, Wire } from './tab.ts'
import { makeTemporaryFolder } from './temporary-folder.ts'

// Size of a new tab in CSS pixels, the same in every engine.
const VIEWPORT = { width: 1280, height: 800 } as const

/** What is common to the engines that puppeteer drives. */
export interface Launch {
  readonly engine: Engine
  /** Launch options of this engine alone. */
  readonly options: LaunchOptions
  emulate(page: Page, media: Media): Promise<boolean>
  accessibilityTree(page: Page): ReturnType<Wire['accessibilityTree']>
}

/** Launches a browser through puppeteer, in a profile folder that ends with it. */
export async function launchPuppeteer(engineOf: Launch): Promise<Browser> {
  const { engine, options, emulate } = engineOf
  const profile = await makeTemporaryFolder(engine)
  const browser = await launch({
    acceptInsecureCerts: true,
    defaultViewport: VIEWPORT,
    userDataDir: profile.path,
    handleSIGHUP: false,
    handleSIGINT: false,
    handleSIGTERM: false,
    ...options,
  })
  const forget = atOurEnd(() => killGroup(browser.process()?.pid))
  return {
    engine,
    async newVisitor(media) {
      const context = await browser.createBrowserContext()
      return {
        async newTab() {
          const page = await context.newPage()
          // What a tab before this one was given holds for the whole of Firefox.
          await emulate(page, media ?? {})
          return createTab(createWire(context, page, engineOf))
        },
        close: () => context.close(),
      }
    },
    async close() {
      await browser.close()
      forget()
      await profile.remove()
    },
  }
}

// Puppeteer starts a browser as the leader of a group that holds all its processes.
function killGroup(leader: number | undefined): void {
  if (leader !== undefined) process.kill(-leader, 'SIGKILL')
}

function createWire(context: BrowserContext, page: Page, engine: Launch): Wire {
  return {
    run: (expression) => page.evaluate(expression) as Promise<string>,
    async goto(url) {
      await page.goto(url, { waitUntil: 'domcontentloaded' })
    },
    pressAt: (x, y) => page.mouse.click(x, y),
    pressKeys: (keys) => pressKeys(page, keys),
    type: (text) => page.keyboard.type(text),
    async screenshot(path) {
      await page.screenshot({ path: path as `${string}.png` })
    },
    setViewport: (width, height) => page.setViewport({ width, height }),
    emulate: (media) => engine.emulate(page, media),
    accessibilityTree: () => engine.accessibilityTree(page),
    async cookies() {
      const cookies = await page.cookies()
      return cookies.map(
        ({ name, value, domain, path, secure, httpOnly, sameSite, expires }): BrowserCookie => ({
          name,
          value,
          domain,
          path: path ?? '/',
          secure: secure ?? false,
          httpOnly: httpOnly ?? false,
          sameSite: sameSite ?? null,
          expires: expires === undefined || expires < 0 ? null : expires,
        }),
      )
    },
    async setCookie(cookie) {
      const { hostname, protocol } = new URL(page.url())
      await context.setCookie({
        domain: hostname,
        path: '/',
        secure: protocol === 'https:',
        ...cookie,
      })
    },
    async deleteCookies() {
      await context.deleteCookie(...(await page.cookies()))
    },
    activate: () => page.bringToFront(),
    close: () => page.close(),
  }
}

async function pressKeys(page: Page, keys: readonly Key[]): Promise<void> {
  for (const { modifiers, key } of keys) {
    for (const modifier of modifiers) await page.keyboard.down(modifier)
    // Firefox knows the space bar only by what it writes.
    await page.keyboard.press((key === 'Space' ? ' ' : key) as KeyInput)
    for (const modifier of modifiers) await page.keyboard.up(modifier)
  }
}
