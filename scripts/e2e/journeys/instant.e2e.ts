import { readFileSync } from 'node:fs'
import { brotliCompressSync } from 'node:zlib'
import { beforeAll, describe, expect, test } from 'vitest'
import { engines, quickEngines } from '../engines.ts'
import { recordedEvents, runs } from '../pages/in-page.ts'
import { BUILT, contacted, GATED, openShop, RUNS, SHOP, shopPage } from '../pages/shop.ts'
import { button, dialog, LANGUAGES, notice } from '../pages/words.ts'
import { setStage } from '../stage.ts'
import type { Tab } from '../tab.ts'

const OPTIONS = { policy: { url: '/privacy', version: '2026-11-01' } }
const { instantNotice } = (await import(
  new URL('instant.js', `file://${BUILT}`).href
)) as typeof import('../../../packages/kelisim/src/instant.ts')
const CORE = readFileSync(`${BUILT}/kelisim.js`, 'utf8')
const ACCEPT = button('notice.accept')
const REJECT = button('notice.reject')

/** A page whose tag is in its head, and whose notice is in its HTML. */
const shop = (src: string, options: object = OPTIONS) =>
  shopPage({
    head: `<script type="application/json" data-kelisim-config>${JSON.stringify(options)}</script>
      <script async src="${src}" data-config></script>
      <script>
        addEventListener('DOMContentLoaded', () => {
          const root = document.querySelector('kelisim-view')?.shadowRoot
          Object.assign(window, { first: root && [...root.querySelectorAll('*')] })
        })
      </script>`,
    body: `${instantNotice(options, 'ru')}<h1>Shop</h1>${GATED}`,
  })

test.each(LANGUAGES)('an instant notice in %s takes 3 kB of a page, as a bar 3.1', (language) => {
  const operator = { name: 'ТОО «Пример»', bin: '123456789013', country: 'KZ' }
  const services = [{ id: 'ads', category: 'marketing', vendor: 'Ads Inc.', country: 'US' }]
  const sizeOf = (more: object) =>
    brotliCompressSync(instantNotice({ ...OPTIONS, operator, services, ...more }, language)).length
  expect(sizeOf({})).toBeLessThanOrEqual(3_000)
  expect(sizeOf({ layout: 'bar' })).toBeLessThanOrEqual(3_100)
})

describe.each(engines)('an instant notice in %s', (engine) => {
  const stage = setStage(engine)

  beforeAll(() => openShop(stage.site))

  /** Opens the page; the core comes late enough to do something before it. */
  const visit = async (delayMs: number, options?: object, headers = {}) => {
    stage.site.route(`${SHOP}/late/kelisim.js`, {
      body: CORE,
      headers: { 'content-type': 'text/javascript' },
      delayMs,
    })
    stage.site.directory(`${SHOP}/late/`, BUILT)
    const body = shop('/late/kelisim.js', options)
    stage.site.route(`${SHOP}/`, { body, headers: { 'content-type': 'text/html', ...headers } })
    const tab = await stage.newTab()
    await tab.goto(`${SHOP}/`, 'dom')
    return tab
  }
  const isCoreThere = (tab: Tab) => tab.evaluate(() => !Array.isArray(window.kelisim ?? []))
  /** Waits for the notice itself. */
  const takenOver = (tab: Tab) =>
    tab.waitFor(() => {
      const host = document.querySelector('kelisim-view')
      return host && !('held' in host)
    }, 8_000)

  test('takes a refusal before the core is there, once and for all', async () => {
    const tab = await visit(2_500)
    await tab.see(notice())
    await tab.click(REJECT)
    await tab.seeNo(notice())
    expect(await isCoreThere(tab)).toBe(false)
    expect((await tab.cookies()).map(({ name }) => name)).toEqual(['__Host-kelisim'])
    await tab.waitFor(() => !Array.isArray(window.kelisim), 8_000)
    await expect.poll(() => recordedEvents(tab)).toEqual(['refused click reject-all nothing'])
    expect(await tab.evaluate(() => kelisim.$decision.get()?.categories)).toEqual({
      functional: false,
      analytics: false,
      marketing: false,
    })
    await tab.reload()
    await tab.waitFor(() => !Array.isArray(window.kelisim), 8_000)
    expect(await tab.find(notice())).toBeNull()
    expect(await tab.evaluate(() => kelisim.$status.get())).toBe('decided')
    expect(contacted(stage.site)).toEqual([])
    expect(await tab.evaluate(() => faults)).toEqual([])
  })

  test('keeps a refusal whose visitor left before the core came', async () => {
    const tab = await visit(20_000)
    await tab.click(REJECT)
    stage.site.route(`${SHOP}/late/kelisim.js`, CORE)
    await tab.goto(`${SHOP}/`)
    await tab.waitFor(() => !Array.isArray(window.kelisim ?? []))
    await expect.poll(() => recordedEvents(tab)).toEqual(['refused click reject-all nothing'])
    expect(await tab.find(notice())).toBeNull()
  })

  test('holds a grant until the core is there, which takes over the same elements', async () => {
    const tab = await visit(1_500)
    await tab.click(ACCEPT)
    expect(await tab.see(notice())).toBeTruthy()
    expect([await runs(tab), await tab.cookies()]).toEqual([[], []])
    await expect.poll(() => runs(tab), { timeout: 8_000 }).toEqual(RUNS.all)
    await tab.seeNo(notice())
    await expect
      .poll(() => recordedEvents(tab))
      .toEqual(['granted click accept-all functional+analytics+marketing'])
  })

  test('is the notice itself once that is there: same elements, same focus, nothing else', async () => {
    const tab = await visit(800)
    await tab.see(notice())
    await tab.evaluate(() =>
      document.querySelector('kelisim-view')?.shadowRoot?.querySelector('button')?.focus(),
    )
    const focus = await tab.focused()
    await takenOver(tab)
    const isSame = await tab.evaluate(() => {
      const { first } = window as unknown as { first: Element[] }
      const now = document.querySelector('kelisim-view')?.shadowRoot?.querySelectorAll('*') ?? []
      return first.length > 5 && [...now].every((element, index) => element === first[index])
    })
    expect(isSame).toBe(true)
    expect((await tab.focused())?.name).toBe(focus?.name)
    await tab.click(button('notice.customise'))
    await tab.see(dialog())
  })

  test('opens the preferences that were asked for too early', async () => {
    const tab = await visit(1_200)
    await tab.click(button('notice.customise'))
    expect(await tab.find(dialog())).toBeNull()
    await tab.see(dialog(), 8_000)
    expect(await tab.cookies()).toEqual([])
  })

  test('takes no grant from a click that no person made, early or late', async () => {
    const tab = await visit(1_200)
    await tab.see(notice())
    await tab.evaluate(() => {
      const root = document.querySelector('kelisim-view')?.shadowRoot
      root?.querySelectorAll<HTMLElement>('[part=choice]')[1]?.click()
    })
    await takenOver(tab)
    await tab.see(notice())
    expect([await runs(tab), await tab.cookies()]).toEqual([[], []])
  })

  test('is closed by Escape for this page, and asks on the next', async () => {
    const tab = await visit(1_200)
    await tab.see(notice())
    await tab.evaluate(() =>
      document.querySelector('kelisim-view')?.shadowRoot?.querySelector('button')?.focus(),
    )
    await tab.press('Escape')
    await tab.seeNo(notice())
    await takenOver(tab)
    expect(await tab.find(notice())).toBeNull()
    expect(await tab.cookies()).toEqual([])
    await tab.reload()
    await tab.see(notice())
  })

  test('is never seen by who has chosen', async () => {
    const tab = await visit(0)
    await tab.click(ACCEPT)
    await tab.seeNo(notice())
    await tab.reload('dom')
    // The parser was through with it before anything could be painted.
    expect(await tab.evaluate(() => (window as unknown as { first: unknown }).first)).toBeFalsy()
    expect(await tab.evaluate(() => document.querySelector('kelisim-view'))).toBeNull()
  })

  test('leaves the place to the usual notice where inline scripts are forbidden', async () => {
    const policy = { 'content-security-policy': `script-src 'self'; style-src 'none'` }
    const tab = await visit(600, OPTIONS, policy)
    expect(await tab.find(notice())).toBeNull()
    await tab.see(notice(), 8_000)
    await tab.click(REJECT)
    await tab.seeNo(notice())
    expect(await tab.cookies()).toHaveLength(1)
  })

  test('shows where a policy allows its hash, and no styles', async () => {
    const { files } = JSON.parse(readFileSync(`${BUILT}/manifest.json`, 'utf8'))
    const hash = files['instant.js'].sha256
    const policy = { 'content-security-policy': `script-src 'self' '${hash}'; style-src 'none'` }
    const tab = await visit(2_500, OPTIONS, policy)
    const { box } = await tab.see(REJECT)
    expect(box.height).toBeGreaterThanOrEqual(44)
    await tab.click(REJECT)
    await tab.seeNo(notice())
    expect(await tab.cookies()).toHaveLength(1)
  })

  // The styles are the same text in every engine.
  if (!quickEngines.includes(engine)) return

  test.each([{ layout: 'bar' }, { layout: 'center' }, { place: 'top-right' }] as const)(
    'is where the notice will be, with %o',
    async (look) => {
      const tab = await visit(1_000, { ...OPTIONS, ...look })
      const early = await tab.see(notice())
      await takenOver(tab)
      expect((await tab.see(notice())).box).toEqual(early.box)
      const plain = (await (await visit(0)).see(notice())).box
      expect(early.box).not.toEqual(plain)
    },
  )
})
