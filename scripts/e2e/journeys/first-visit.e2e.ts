import { beforeAll, describe, expect, test } from 'vitest'
import { engines } from '../engines.ts'
import { runs, storage } from '../pages/in-page.ts'
import { contacted, openShop, SHOP, shopPage, TRACKER } from '../pages/shop.ts'
import { button, notice, reopenControl } from '../pages/words.ts'
import { setStage } from '../stage.ts'
import type { Tab } from '../tab.ts'

const NOTHING = { cookie: '', local: [], session: [], databases: 0, caches: 0 }

describe.each(engines)('a first visit in %s', (engine) => {
  const stage = setStage(engine)

  beforeAll(() => openShop(stage.site))

  const expectNothingGranted = async (tab: Tab) => {
    expect(await runs(tab)).toEqual([])
    expect(await storage(tab)).toEqual(NOTHING)
    expect(await tab.cookies()).toEqual([])
    expect(contacted(stage.site)).toEqual([])
    expect(await tab.evaluate(() => [kelisim.$decision.get(), kelisim.$status.get()])).toEqual([
      null,
      'due',
    ])
  }

  test('asks with a name and three buttons, and touches nothing before the answer', async () => {
    const tab = await stage.newTab()
    await tab.goto(`${SHOP}/`)
    await tab.see(notice())
    const reject = await tab.see(button('notice.reject'))
    const accept = await tab.see(button('notice.accept'))
    await tab.see(button('notice.customise'))
    expect({ ...reject.box, x: 0 }).toEqual({ ...accept.box, x: 0 })
    expect(await tab.focused()).toBeNull()
    expect(await tab.find(reopenControl())).toBeNull()
    await expectNothingGranted(tab)
    expect(await tab.evaluate(() => [faults, heard])).toEqual([[], []])
  })

  test('takes no scrolling, Escape, link or return for an answer', async () => {
    stage.site.route(`${SHOP}/long`, shopPage({ body: '<div style="height: 4000px"></div>' }))
    const tab = await stage.newTab()
    await tab.goto(`${SHOP}/long`)
    await tab.see(notice())
    await tab.press('End', 'PageUp', 'Escape')
    await tab.evaluate(() => scrollTo(0, document.documentElement.scrollHeight))
    await tab.see(notice())
    await tab.goto(`${SHOP}/`)
    await tab.see(notice())
    await tab.click({ role: 'link', name: 'Next' })
    await tab.see({ role: 'heading', name: 'Next' })
    await tab.back()
    await tab.see(notice())
    await expectNothingGranted(tab)
    expect(await tab.evaluate(() => faults)).toEqual([])
  })

  test('closes by Escape inside the notice, answers nothing by it, and asks on the next page', async () => {
    // Without a frame: WebKit leaves the page by Tab where it comes to one that is empty.
    stage.site.route(`${SHOP}/short`, shopPage({ body: '' }))
    const tab = await stage.newTab()
    await tab.goto(`${SHOP}/short`)
    await tab.see(notice())
    await tab.evaluate(() => document.querySelector('input')?.focus())
    for (let step = 0; step < 12; step += 1) {
      await tab.press('Tab')
      if ((await tab.focused())?.name === button('notice.reject').name) break
    }
    expect(await tab.focused()).toMatchObject(button('notice.reject'))
    await tab.press('Escape')
    await tab.seeNo(notice())
    await tab.see(reopenControl())
    await expectNothingGranted(tab)
    await tab.reload()
    await tab.see(notice())
    await expectNothingGranted(tab)
  })

  test('loads nothing that is inert where Kelisim itself does not run', async () => {
    stage.site.route(`${SHOP}/without`, shopPage({ head: '' }))
    const tab = await stage.newTab()
    await tab.goto(`${SHOP}/without`)
    expect(await runs(tab)).toEqual([])
    expect(contacted(stage.site)).toEqual([])
  })

  // Firefox looks ahead into templates: at images that are not lazy, at posters, and at scripts and
  // stylesheets behind another element. The README says how to write them.
  test('fetches nothing ahead from inside a template that is written as documented', async () => {
    const body = `<template data-category="marketing">
      <script src="${TRACKER}/advert.js"></script>
      <link rel="stylesheet" href="${TRACKER}/advert.css">
      <p>Ad</p><img alt="" loading="lazy" src="${TRACKER}/lazy.png"></template>`
    stage.site.route(`${SHOP}/template`, shopPage({ body }))
    const tab = await stage.newTab()
    await tab.goto(`${SHOP}/template`)
    await tab.see(notice())
    expect(contacted(stage.site)).toEqual([])
  })
})
