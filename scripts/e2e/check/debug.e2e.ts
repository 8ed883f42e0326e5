import { beforeAll, describe, expect, test } from 'vitest'
import { quickEngines } from '../engines.ts'
import '../pages/in-page.ts'
import { openShop, SHOP, shopPage, TRACKER } from '../pages/shop.ts'
import { notice } from '../pages/words.ts'
import { setStage } from '../stage.ts'

const CONFIG = {
  policy: { url: '/privacy' },
  services: [
    { id: 'counter', category: 'analytics', hosts: ['tracker.example'] },
    { id: 'adverts', category: 'marketing' },
  ],
}
const HEAD = `<script src="/kelisim/kelisim.js"></script>
<script type="application/json" data-kelisim-config>${JSON.stringify(CONFIG)}</script>`
const BODY = `<img src="${TRACKER}/count.js" alt="">
<script type="text/plain" data-category="marketing" src="${TRACKER}/addon.js"></script>
<template data-category="unheard"><p>Ad</p></template>`

describe.each(quickEngines)('kelisim.debug() in %s', (engine) => {
  const stage = setStage(engine)

  beforeAll(() => {
    openShop(stage.site)
    stage.site.route(`${SHOP}/debug`, shopPage({ head: HEAD, body: BODY }))
  })

  test('tells what is held, why, and what is wrong, and shows it until it is closed', async () => {
    const tab = await stage.newTab()
    await tab.goto(`${SHOP}/debug`)
    await tab.see(notice())
    const files = () => stage.site.requests({ path: '/kelisim/debug.js' }).length
    expect(files()).toBe(0)
    const report = await tab.evaluate(() => kelisim.debug())
    expect(report).toMatchObject({
      status: 'due',
      decision: null,
      services: [
        { id: 'counter', isAllowed: false },
        { id: 'adverts', isAllowed: false },
      ],
      held: [
        { category: 'marketing', reason: 'not-asked' },
        { category: 'unheard', reason: 'unknown-category' },
      ],
    })
    expect(report.findings.map(({ code, subject, service }) => [code, subject, service])).toEqual([
      ['request', 'tracker.example', 'counter'],
    ])
    expect(files()).toBe(1)
    const panel = { role: 'region', name: /^Согласие на этой странице/ } as const
    const { text } = await tab.see(panel)
    expect(text).toContain('Запрос к третьей стороне без согласия: tracker.example (counter)')
    expect(text).toContain('удержан: ответа ещё нет')
    await tab.press('Escape')
    await tab.seeNo(panel)
  })

  test('reports what is allowed as allowed, without a panel where none is wanted', async () => {
    const tab = await stage.newTab()
    await tab.goto(`${SHOP}/debug`)
    await tab.see(notice())
    const report = await tab.evaluate(async () => {
      await kelisim.acceptAll()
      return kelisim.debug({ panel: false })
    })
    expect(report.services.map(({ isAllowed }) => isAllowed)).toEqual([true, true])
    expect(report.held.map(({ reason }) => reason)).toEqual(['allowed', 'unknown-category'])
    expect(report.findings).toEqual([])
    expect(await tab.evaluate(() => document.querySelector('kelisim-debug'))).toBeNull()
  })
})
