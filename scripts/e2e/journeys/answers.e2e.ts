import { beforeAll, describe, expect, test } from 'vitest'
import { engines } from '../engines.ts'
import { recordedEvents, runs, storage } from '../pages/in-page.ts'
import {
  contacted,
  FETCHES,
  fetchedFiles,
  openShop,
  RUNS,
  SHOP,
  shopPage,
  TRACKER,
} from '../pages/shop.ts'
import { button, dialog, notice, reopenControl, toggle } from '../pages/words.ts'
import { setStage } from '../stage.ts'
import type { Tab } from '../tab.ts'

describe.each(engines)('an answer in %s', (engine) => {
  const stage = setStage(engine)

  beforeAll(() => openShop(stage.site))

  const visit = async (path = '/') => {
    const tab = await stage.newTab()
    await tab.goto(SHOP + path)
    await tab.see(notice())
    return tab
  }
  const expectRuns = (tab: Tab, expected: readonly string[]) =>
    expect.poll(() => runs(tab), { timeout: 5_000 }).toEqual(expected)

  test('accepts all: every kind runs once, now and on the next page, which asks nothing', async () => {
    const tab = await visit()
    await tab.click(button('notice.accept'))
    await tab.seeNo(notice())
    await expectRuns(tab, RUNS.all)
    await tab.see('#ad')
    await tab.see(reopenControl())
    await expect.poll(() => contacted(stage.site)).toEqual(FETCHES)
    const order = await tab.evaluate(() =>
      ['base', 'addon', 'early', 'late'].map((name) => ran.indexOf(name)),
    )
    expect(order[0]).toBeLessThan(order[1] ?? -1)
    expect(order[2]).toBeLessThan(order[3] ?? -1)
    expect(await tab.evaluate(() => [faults, heard])).toEqual([[], ['consent', 'change']])

    const [cookie, ...others] = await tab.cookies()
    expect(others).toEqual([])
    expect(cookie).toMatchObject({
      name: '__Host-kelisim',
      domain: 'shop.example.com.kz',
      path: '/',
      secure: true,
      sameSite: 'Lax',
    })
    const days = ((cookie?.expires ?? 0) * 1e3 - Date.now()) / 864e5
    expect(Math.round(days)).toBe(365)
    expect(cookie?.value.length).toBeLessThan(250)
    await expect
      .poll(() => recordedEvents(tab))
      .toEqual(['granted click accept-all functional+analytics+marketing'])
    expect(await storage(tab)).toMatchObject({ local: ['kelisim-records'], session: [] })

    stage.site.forgetRequests()
    await tab.reload()
    await expectRuns(tab, RUNS.all)
    await tab.see(reopenControl())
    expect(await tab.find(notice())).toBeNull()
    const isOfInterface = (file: string) => /^(notice|preferences)/.test(file)
    expect(fetchedFiles(stage.site).filter(isOfInterface)).toEqual([])
    expect(await tab.evaluate(() => [faults, heard])).toEqual([[], ['consent']])
    expect(await recordedEvents(tab)).toHaveLength(1)
  })

  test('refuses all: nothing runs, and the refusal is remembered as long as a grant', async () => {
    const tab = await visit()
    await tab.click(button('notice.reject'))
    await tab.seeNo(notice())
    await tab.see(reopenControl())
    const [cookie] = await tab.cookies()
    expect(cookie?.name).toBe('__Host-kelisim')
    expect(Math.round(((cookie?.expires ?? 0) * 1e3 - Date.now()) / 864e5)).toBe(365)
    await expect.poll(() => recordedEvents(tab)).toEqual(['refused click reject-all nothing'])

    stage.site.forgetRequests()
    await tab.reload()
    await tab.see(reopenControl())
    expect(await tab.find(notice())).toBeNull()
    expect(await runs(tab)).toEqual([])
    // The frame that is held has a placeholder; without one the first file is all.
    const files = ['kelisim.js', 'gate.js', 'placeholders.js', 'placeholders.ru.js']
    await expect.poll(() => fetchedFiles(stage.site)).toEqual(files)
    expect(contacted(stage.site)).toEqual([])
    expect(await tab.evaluate(() => kelisim.acceptedCategory('analytics'))).toBe(false)
  })

  test('customises: nothing is ticked for the visitor, and only what is ticked runs', async () => {
    const tab = await visit()
    await tab.click(button('notice.customise'))
    await tab.see(dialog())
    for (const category of ['functional', 'analytics', 'marketing']) {
      expect(await tab.see(toggle(category))).toMatchObject({ checked: false })
    }
    expect(await tab.find(toggle('necessary'))).toBeNull()
    await tab.click(toggle('analytics'))
    expect(await runs(tab)).toEqual([])
    await tab.click(button('preferences.save'))
    await tab.seeNo(dialog())
    await expectRuns(tab, RUNS.analytics)
    expect(await tab.find(notice())).toBeNull()
    await expect.poll(() => recordedEvents(tab)).toEqual(['granted click save analytics'])

    await tab.reload()
    await expectRuns(tab, RUNS.analytics)
    expect(await tab.find(notice())).toBeNull()
    expect(contacted(stage.site)).toEqual(['/count.js', '/count.js', '/moved.js', '/moved.js'])
  })

  test('answers by keyboard alone, and takes a key pressed twice for one answer', async () => {
    const body = `<script type="text/plain" data-category="analytics">ran.push('inline')</script>`
    stage.site.route(`${SHOP}/short`, shopPage({ body }))
    const tab = await visit('/short')
    await tab.evaluate(() => document.querySelector('input')?.focus())
    for (let step = 0; step < 12; step += 1) {
      await tab.press('Tab')
      if ((await tab.focused())?.name === button('notice.accept').name) break
    }
    await tab.press('Enter', 'Enter')
    await tab.seeNo(notice())
    await expectRuns(tab, ['inline'])
    await expect
      .poll(() => recordedEvents(tab))
      .toEqual(['granted key accept-all functional+analytics+marketing'])
  })

  test('runs what the page adds later, and nothing a second time', async () => {
    const tab = await visit()
    await tab.evaluate(() => kelisim.acceptAll())
    await expectRuns(tab, RUNS.all)
    const add = () =>
      tab.evaluate((address) => {
        const script = document.createElement('script')
        script.type = 'text/plain'
        script.dataset['category'] = 'analytics'
        script.src = address
        document.body.append(script)
      }, `${TRACKER}/service.js`)
    await add()
    await expectRuns(tab, [...RUNS.all, 'service'].sort())
    await tab.evaluate(() => {
      const [first] = document.querySelectorAll('script[data-category]')
      if (first) document.body.append(first)
    })
    await add()
    await expectRuns(tab, [...RUNS.all, 'service', 'service'].sort())
    expect(await tab.evaluate(() => faults)).toEqual([])
  })
})
