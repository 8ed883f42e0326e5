import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { chromium } from '@playwright/test'
import { launch } from 'puppeteer-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import manifest from '../../../packages/kelisim/package.json' with { type: 'json' }
import { elementsOf, isTag, markupOf } from '../../guides/block-markup.ts'
import { guideBlocks } from '../../guides/guide-blocks.ts'
import { quickEngines } from '../engines.ts'
import { findProgram } from '../find-program.ts'
import { openVendors } from '../services/vendors.ts'
import { startSite, type Site } from '../server.ts'
import { makeTemporaryFolder } from '../temporary-folder.ts'
import { bundleBlocks } from './bundle-blocks.ts'

const BUILT = fileURLToPath(new URL('../../../packages/kelisim/dist/browser', import.meta.url))
const SHOP = 'https://shop.example.kz'
const CHROMIUM = ['/usr/bin/chromium', '/usr/bin/google-chrome', '/usr/bin/chromium-browser']
const ARGS = ['--no-sandbox', '--ignore-certificate-errors', '--disable-background-networking']

const PLAYWRIGHT = fileURLToPath(
  new URL('../../../node_modules/@playwright/test/index.mjs', import.meta.url),
)

/** What Playwright's runner would be given: its own `expect`, and the tests by name. */
const RUNNER = `export { expect } from '@playwright/test'
export const collected = []
export const test = (name, run) => collected.push([name, run])`

type Collected = readonly (readonly [string, (fixtures: object) => Promise<void>])[]

// Other engines say nothing of the guide's tools.
describe.runIf(quickEngines.includes('chromium'))('the tests that the guides show', () => {
  /** Closed at the end, also after a failure. */
  const opened: { close(): Promise<void> }[] = []
  let site: Site
  let folder: Awaited<ReturnType<typeof makeTemporaryFolder>>

  beforeAll(async () => {
    site = await startSite()
    folder = await makeTemporaryFolder('guides')
    openVendors(site)
    site.directory(`${SHOP}/kelisim/${manifest.version}/`, BUILT)
    // The tag of the quick start asks what the options of the guide ask.
    const tag = guideBlocks.find(
      (block) => block.folder === 'ru' && block.page === 'quick-start' && isTagBlock(block.text),
    )
    site.route(
      `${SHOP}/`,
      `<!doctype html><html lang="ru"><head>${tag ? markupOf(tag) : ''}</head><body><h1>Магазин</h1></body></html>`,
    )
  })
  afterAll(async () => {
    await Promise.all(opened.map((browser) => browser.close()))
    await folder.remove()
    await site.close()
  })

  const isTagBlock = (text: string) => elementsOf(text).some(isTag)
  const load = async (name: string, entry: string, alias = {}) => {
    const code = await bundleBlocks({
      folder: 'ru',
      page: 'testing',
      entry,
      platform: 'node',
      alias,
      external: [PLAYWRIGHT],
    })
    const file = join(folder.path, `${name}.mjs`)
    writeFileSync(file, code)
    return import(pathToFileURL(file).href)
  }
  const analytics = () => site.requests({ host: 'mc.yandex.ru' }).length

  test('pass in Playwright', async () => {
    const runner = join(folder.path, 'runner.mjs')
    writeFileSync(runner, RUNNER.replace("'@playwright/test'", JSON.stringify(PLAYWRIGHT)))
    const entry = `import './banner.spec'\nexport { collected } from '@playwright/test'`
    const { collected }: { collected: Collected } = await load('playwright', entry, {
      '@playwright/test': runner,
    })
    expect(collected.map(([name]) => name)).toEqual([
      'приходит с ответом, баннера нет',
      'отказывается сам',
    ])
    const browser = await chromium.launch({
      executablePath: findProgram(CHROMIUM, 'chromium'),
      args: ARGS,
      proxy: { server: site.proxy },
    })
    opened.push(browser)
    for (const [, run] of collected) {
      const context = await browser.newContext({ ignoreHTTPSErrors: true })
      await run({ context, page: await context.newPage() })
      await context.close()
    }
  })

  test('open and refuse in Puppeteer', async () => {
    const { openAgreed, refuse } = await load('puppeteer', `export * from './banner.puppeteer'`)
    const open = async () => {
      const browser = await launch({
        executablePath: findProgram(CHROMIUM, 'chromium'),
        args: [...ARGS, `--proxy-server=${site.proxy}`],
        acceptInsecureCerts: true,
      })
      opened.push(browser)
      return browser
    }
    const agreed = await open()
    const before = analytics()
    await openAgreed(agreed)
    await expect.poll(analytics).toBeGreaterThan(before)
    const other = await open()
    const page = await refuse(other)
    await expect.poll(() => page.evaluate(() => document.cookie)).toContain('analytics:0')
  })
})
