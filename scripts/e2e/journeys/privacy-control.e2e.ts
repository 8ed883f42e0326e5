import { beforeAll, describe, expect, test } from 'vitest'
import { engines } from '../engines.ts'
import { recordedEvents, runs } from '../pages/in-page.ts'
import { contacted, openShop, SHOP, shopPage } from '../pages/shop.ts'
import { storedNames } from '../pages/storage.ts'
import { button, dialog, notice, reopenControl, toggle } from '../pages/words.ts'
import { setStage } from '../stage.ts'
import type { Tab } from '../tab.ts'

// Of the engines only Firefox has the signal; the others are lent it while there is a cookie of that name.
const SIGNAL = `<script>
  if (!('globalPrivacyControl' in navigator)) Object.defineProperty(Navigator.prototype, 'globalPrivacyControl', {
    get: () => document.cookie.includes('signal=on'), configurable: true,
  })
  const service = (id, category) => ({
    id, category, name: id, storage: [{ kind: 'local', name: id + '-visitor' }],
    load: () => { ran.push(id); localStorage.setItem(id + '-visitor', '1') },
    stop: () => ran.push(id + ' stopped'),
  })
  window.kelisim = [{ services: [service('pixel', 'marketing'), service('counter', 'analytics')] }]
</script><script src="/kelisim/kelisim.js"></script>`
const BODY = `<script type="text/plain" data-category="marketing">ran.push('advert')</script>
<script type="text/plain" data-category="analytics">ran.push('count')</script>`
const ALL = ['advert', 'count', 'counter', 'pixel']
const WITHOUT = ['count', 'counter']
const TAKEN_BACK = { role: 'region', name: 'Ваш браузер просит о приватности' }

describe.each(engines)('Global Privacy Control in %s', (engine) => {
  const stage = setStage(engine)

  beforeAll(() => {
    openShop(stage.site)
    stage.site.route(`${SHOP}/signal`, shopPage({ head: SIGNAL, body: BODY }))
  })

  const turn = async (tab: Tab, privacyControl: boolean): Promise<void> => {
    if (engine === 'firefox') await tab.emulate({ privacyControl })
    else await tab.setCookie({ name: 'signal', value: privacyControl ? 'on' : 'off' })
  }
  const visit = async (privacyControl: boolean): Promise<Tab> => {
    const tab = await stage.newTab()
    await tab.goto(`${SHOP}/signal`)
    await turn(tab, privacyControl)
    await tab.reload()
    await tab.see(notice())
    expect(await tab.evaluate(() => Reflect.get(navigator, 'globalPrivacyControl'))).toBe(
      privacyControl,
    )
    return tab
  }
  const accept = async (tab: Tab): Promise<void> => {
    await tab.click(button('notice.accept'))
    await tab.seeNo(notice())
  }
  const expectRuns = (tab: Tab, expected: readonly string[]) =>
    expect.poll(() => runs(tab), { timeout: 5_000 }).toEqual(expected)
  const said = (tab: Tab) =>
    tab.evaluate(() => [
      kelisim.acceptedCategory('marketing'),
      kelisim.acceptedService('pixel'),
      kelisim.acceptedCategory('analytics'),
      kelisim.$decision.get()?.categories['marketing'],
    ])
  const signals = (tab: Tab) =>
    tab.evaluate(async () => (await kelisim.records()).map(({ gpc }) => gpc))

  test('still asks on a first visit, with nothing ticked, and takes an explicit yes', async () => {
    const tab = await visit(true)
    await tab.click(button('notice.customise'))
    expect(await tab.see(toggle('marketing'))).toMatchObject({ checked: false })
    await tab.press('Escape')
    expect(await runs(tab)).toEqual([])

    await tab.click(reopenControl())
    await tab.click(button('preferences.accept'))
    await tab.seeNo(dialog())
    await expectRuns(tab, ALL)
    await expect.poll(() => signals(tab)).toEqual([true])

    // It was given beside the signal, so it goes on beside it.
    await tab.reload()
    await expectRuns(tab, ALL)
    expect(await said(tab)).toEqual([true, true, true, true])
    await turn(tab, false)
    await tab.reload()
    await expectRuns(tab, ALL)
  })

  test('takes back what was allowed of marketing before it came on, and nothing else', async () => {
    const tab = await visit(false)
    await accept(tab)
    await expectRuns(tab, ALL)
    await turn(tab, true)
    await tab.reload()
    await expectRuns(tab, WITHOUT)
    // The visitor is told, once, and nothing is asked.
    await tab.see(TAKEN_BACK)
    await tab.click({ role: 'button', name: 'Понятно' })
    await tab.seeNo(TAKEN_BACK)
    expect(await said(tab)).toEqual([false, false, true, false])
    expect(await tab.find(notice())).toBeNull()
    // What the refused service had kept goes too.
    await expect
      .poll(async () => (await storedNames(tab)).filter((name) => name.endsWith('visitor')))
      .toEqual(['local counter-visitor'])
    await expect
      .poll(() => recordedEvents(tab))
      .toEqual([
        'granted click accept-all functional+analytics+marketing',
        'changed tool gpc functional+analytics',
      ])
    await expect.poll(() => signals(tab)).toEqual([false, true])

    // The refusal is written down: it stays when the signal goes, and is noted once.
    await turn(tab, false)
    await tab.reload()
    await expectRuns(tab, WITHOUT)
    expect(await recordedEvents(tab)).toHaveLength(2)
    expect(await tab.find(TAKEN_BACK)).toBeNull()
  })

  test('gives way to what the visitor says later', async () => {
    const tab = await visit(false)
    await accept(tab)
    await turn(tab, true)
    await tab.reload()
    await expectRuns(tab, WITHOUT)
    await expect.poll(async () => (await recordedEvents(tab)).length).toBe(2)
    await tab.click(reopenControl())
    expect(await tab.see(toggle('marketing'))).toMatchObject({ checked: false })
    await tab.click(toggle('marketing'))
    await tab.click(button('preferences.save'))
    await expectRuns(tab, ALL)
    await tab.reload()
    await expectRuns(tab, ALL)
    expect(await said(tab)).toEqual([true, true, true, true])
  })

  test('changes nothing for who refused marketing, and asks nobody again', async () => {
    const tab = await visit(false)
    await tab.evaluate(() =>
      kelisim.choose({ categories: { analytics: true, marketing: false, functional: false } }),
    )
    await expectRuns(tab, WITHOUT)
    await turn(tab, true)
    await tab.reload()
    await expectRuns(tab, WITHOUT)
    expect(await tab.find(notice())).toBeNull()
    expect(await recordedEvents(tab)).toHaveLength(1)
    expect(contacted(stage.site)).toEqual([])
  })
})
