import { beforeAll, describe, test } from 'vitest'
import { engines } from '../engines.ts'
import { setStage } from '../stage.ts'
import { button, notice } from '../pages/words.ts'
import { openWorld, page, tag, TRACKER } from './page.ts'
import { answerAndClean, evilOptions, pollute } from './pollution.ts'
import { valueOf } from './cookie-values.ts'
const HELD = 'type="text/plain" data-category="analytics"'
const GATED = `<script ${HELD}>ran.push('inline')</script><script ${HELD} src="${TRACKER}/one.js"></script><script ${HELD} data-src="${TRACKER}/two.js"></script>`
describe.each(engines)('probe %s', (engine) => {
  const stage = setStage(engine)
  beforeAll(() => openWorld(stage.site))
  const log = (...a: unknown[]) => console.log('##', engine, ...a.map((x) => JSON.stringify(x)))
  const dump = () => ({ ran, faults, told, cookie: document.cookie, status: globalThis.kelisim?.$status?.get?.(), d: globalThis.kelisim?.$decision?.get?.() })
  test('pollution', async () => {
    const names = Object.keys(evilOptions())
    const inPage = `<script>(${pollute.toString()})((${evilOptions.toString()})())</script>${tag()}<script>(${answerAndClean.toString()})(${JSON.stringify(names)})</script>`
    stage.site.route('https://x.example/', page({ head: inPage, body: GATED }))
    const tab = await stage.newTab()
    await tab.goto('https://x.example/')
    await tab.waitFor(() => (globalThis as any).outcome, 10000).catch(String)
    log('pollution', await tab.evaluate(dump))
    for (const n of names) {
      const one = `<script>(${pollute.toString()})(Object.fromEntries(Object.entries((${evilOptions.toString()})()).filter(([k])=>k==='${n}')))</script>${tag()}<script>(${answerAndClean.toString()})(['${n}'])</script>`
      stage.site.route('https://x.example/', page({ head: one, body: GATED }))
      const t = await stage.newTab()
      await t.goto('https://x.example/')
      const o = await t.waitFor(() => (globalThis as any).outcome, 8000).catch(String) as any
      const bad = o.after !== 'inline,one,two' || o.categories !== 'functional,analytics,marketing' || o.reopen !== 'Настройки cookie' || o.asked !== 'Файлы cookie'
      if (bad) log('pollution', n, o, await t.evaluate(() => ({ faults, told })))
      await t.close()
    }
  }, 300000)
  test('scope', async () => {
    stage.site.route('/host', page({ body: GATED }))
    stage.site.route('/site', page({ head: tag({ attributes: 'data-cookie-scope="site"' }), body: GATED }))
    stage.site.route('/plain', '<!doctype html><title>Plain</title>')
    for (const [a, b] of [['host', 'site'], ['site', 'host']]) {
      const tab = await stage.newTab()
      await tab.goto(`https://shop.example.com.kz/${a}`)
      await tab.click(button('notice.accept'))
      await tab.seeNo(notice())
      log(a, await tab.evaluate(dump))
      await tab.goto(`https://shop.example.com.kz/${b}`)
      await tab.evaluate(() => new Promise((d) => setTimeout(d, 800)))
      log(b, await tab.evaluate(dump))
    }
    const tab = await stage.newTab()
    await tab.goto('https://shop.example.com.kz/plain')
    await tab.evaluate((v) => { document.cookie = `__Secure-kelisim=${v}; Secure; Path=/` }, valueOf('all', 60))
    await tab.goto('https://shop.example.com.kz/site')
    await tab.evaluate(() => new Promise((d) => setTimeout(d, 800)))
    log('value', await tab.evaluate(dump))
  })
  test('object', async () => {
    const shape = { type: 'img', props: { src: 'x', onerror: 'ran.push(1)' }, __v: 1, key: null }
    for (const options of [{ operator: { name: shape } }, { services: [{ id: 'one', category: 'analytics', name: shape }] }, { services: [{ id: 'one', category: 'analytics', vendor: [shape] }] }, { services: [{ id: 'one', category: 'analytics', purpose: shape }] }]) {
      stage.site.route('https://x.example/', page({ head: tag({ options }), body: GATED }))
      const tab = await stage.newTab()
      await tab.goto('https://x.example/')
      await tab.evaluate(() => new Promise((d) => setTimeout(d, 500)))
      log('object', Object.keys(options), !!(await tab.find(notice())), await tab.evaluate(dump))
    }
  })
  test('bad', async () => {
    const BAD = ["javascript:ran.push('script')", "JaVaScRiPt:ran.push('case')", "java\tscript:ran.push('tab')", "\u0001 javascript:ran.push('space')", "&#106;avascript:ran.push('entity')", "data:text/javascript,ran.push('data')", "vbscript:ran.push('vb')", 'http://tracker.example/one.js', 'ftp://tracker.example/one.js', 'file:///etc/hosts', 'about:blank', 'https://']
    stage.site.route('https://x.example/', page({ body: BAD.map((b) => `<script ${HELD} src="${b}"></script><script ${HELD} data-src="${b}"></script><iframe data-category="analytics" data-kelisim-src="${b}" title="x"></iframe>`).join('') }))
    const tab = await stage.newTab()
    await tab.goto('https://x.example/')
    await tab.click(button('notice.accept'))
    await tab.evaluate(() => new Promise((d) => setTimeout(d, 3500)))
    for (const l of (await tab.evaluate(dump)).told) log('bad', l.slice(24, 150))
  })
})
