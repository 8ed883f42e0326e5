import { beforeAll, describe, expect, test } from 'vitest'
import { nameMatcher } from '../../../packages/core/src/on-demand/name-matcher.ts'
import { quickEngines } from '../engines.ts'
import '../pages/in-page.ts'
import { openSdks, type Sdk, SDKS } from '../pages/sdks.ts'
import { contacted, SHOP } from '../pages/shop.ts'
import { storedNames } from '../pages/storage.ts'
import { button, notice, reloadOffer } from '../pages/words.ts'
import { setStage } from '../stage.ts'
import type { Tab } from '../tab.ts'

describe.each(quickEngines)('code of vendors in %s', (engine) => {
  const stage = setStage(engine)

  beforeAll(() => openSdks(stage.site))

  const visit = async ({ id }: Sdk) => {
    const tab = await stage.newTab()
    await tab.goto(`${SHOP}/${id}`)
    await tab.see(notice())
    return tab
  }
  /** Runs code of the vendor in the page, as a script of the page. */
  const run = (tab: Tab, code = '') =>
    tab.evaluate((text) => {
      const script = document.createElement('script')
      script.textContent = `window.result = ${text}`
      document.head.append(script)
      return `${(window as { result?: unknown }).result}`
    }, code)
  const sent = () => contacted(stage.site).filter((path) => !path.endsWith('.js'))
  /** Waits until it has sent something, and has written everything that it was seen to write. */
  const untilAtWork = async (tab: Tab, { storage }: Sdk) => {
    await expect.poll(sent, { timeout: 15_000 }).not.toEqual([])
    const names = storage.filter(({ optOut }) => !optOut).map(({ kind, name }) => `${kind} ${name}`)
    await expect
      .poll(async () => {
        const there = await storedNames(tab)
        return names.filter((name) => !there.some(nameMatcher([name])))
      })
      .toEqual([])
  }
  /** What is stored but for the vendor's own note of the refusal, which has nothing of the visitor. */
  const found = async (tab: Tab, { storage }: Sdk) => {
    const optOuts = storage
      .filter(({ optOut }) => optOut)
      .map(({ kind, name }) => `${kind} ${name}`)
    return (await storedNames(tab)).filter((name) => !optOuts.includes(name))
  }
  const expectNothing = (tab: Tab, sdk: Sdk) =>
    expect.poll(() => found(tab, sdk), { timeout: 10_000 }).toEqual([])
  /** A database goes with the page where the vendor holds it open, and is empty until then. */
  const expectNothingFilled = async (tab: Tab, sdk: Sdk) => {
    await expect
      .poll(async () => (await found(tab, sdk)).filter((name) => !name.startsWith('idb ')), {
        timeout: 10_000,
      })
      .toEqual([])
    if ((await found(tab, sdk)).length > 0) await tab.see(reloadOffer())
  }

  test.each(SDKS)('$id stores and sends nothing before consent', async (sdk) => {
    const tab = await visit(sdk)
    await tab.click({ role: 'link', name: 'Again' })
    await tab.see(notice())
    await tab.evaluate(() => new Promise((done) => setTimeout(done, 500)))
    expect(await storedNames(tab)).toEqual([])
    expect(contacted(stage.site)).toEqual([])
  })

  test.each(SDKS)('$id works after consent, and leaves nothing after a withdrawal', async (sdk) => {
    const tab = await visit(sdk)
    await tab.click(button('notice.accept'))
    await untilAtWork(tab, sdk)
    await tab.evaluate(() => kelisim.withdraw())
    await expectNothingFilled(tab, sdk)
    // Timers of vendors write it again; so do their last words.
    await tab.evaluate(() => new Promise((done) => setTimeout(done, 5_500)))
    await expectNothingFilled(tab, sdk)
    let { lastWords } = sdk
    for (const leave of [() => tab.reload(), () => tab.goto(`${SHOP}/${sdk.id}?next`)]) {
      stage.site.forgetRequests()
      await leave()
      await expectNothing(tab, sdk)
      await tab.evaluate(() => new Promise((done) => setTimeout(done, 500)))
      expect(await found(tab, sdk)).toEqual([])
      expect(contacted(stage.site).filter((path) => path !== lastWords)).toEqual([])
      lastWords = undefined
    }
    expect(await tab.evaluate(() => [faults, heard])).toEqual([[], ['consent']])
  })

  test.each(SDKS.filter(({ visitorId }) => visitorId))(
    '$id brings the same visitor back where only cookies are deleted, and not after a withdrawal',
    async (sdk) => {
      const tab = await visit(sdk)
      await tab.click(button('notice.accept'))
      await untilAtWork(tab, sdk)
      const first = await run(tab, sdk.visitorId)
      expect(first).toMatch(/./)
      const cookies = async () =>
        (await storedNames(tab)).filter((name) => name.startsWith('cookie'))
      const left = await tab.evaluate(() => {
        const names = () => document.cookie.split('; ').map((pair) => pair.split('=')[0] ?? '')
        for (const name of names().filter((name) => !name.includes('kelisim'))) {
          for (const domain of ['', ...['shop.', ''].map((sub) => `; Domain=${sub}example.com.kz`)])
            document.cookie = `${name}=; Max-Age=0; Secure; Path=/${domain}`
        }
        return names()
      })
      expect(left).toEqual(['__Host-kelisim'])
      await run(tab, sdk.send)
      await expect.poll(cookies).not.toEqual([])
      await tab.reload()
      await expect.poll(() => run(tab, sdk.visitorId).catch(() => '')).toBe(first)

      await tab.evaluate(() => kelisim.withdraw())
      await expectNothingFilled(tab, sdk)
      await tab.reload()
      await expectNothing(tab, sdk)
      stage.site.forgetRequests()
      await tab.evaluate(() => kelisim.acceptAll())
      await expect.poll(sent, { timeout: 15_000 }).not.toEqual([])
      const second = await run(tab, sdk.visitorId)
      expect(second).toMatch(/./)
      expect(second).not.toBe(first)
    },
  )
})
