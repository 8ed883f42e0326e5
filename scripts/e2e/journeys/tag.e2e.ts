import { beforeAll, describe, expect, test } from 'vitest'
import { engines } from '../engines.ts'
import { runs } from '../pages/in-page.ts'
import { GATED, openShop, RUNS, SHOP, shopPage, TAG } from '../pages/shop.ts'
import { button, notice, reopenControl } from '../pages/words.ts'
import { setStage } from '../stage.ts'
import type { Tab } from '../tab.ts'

const SOURCE = 'src="/kelisim/kelisim.js" data-policy-url="/policy"'
const INJECTED = `<script>
  addEventListener('load', () => setTimeout(() => {
    const script = document.createElement('script')
    script.src = '/kelisim/kelisim.js'
    script.dataset.policyUrl = '/policy'
    document.head.append(script)
  }))
</script>`

/** Each way to put the tag on a page, with what stands before and after the gated markup. */
const PLACES: Readonly<Record<string, readonly [head: string, end: string]>> = {
  'in the head': [`<script ${SOURCE}></script>`, ''],
  'in the head, async': [`<script async ${SOURCE}></script>`, ''],
  'in the head, deferred': [`<script defer ${SOURCE}></script>`, ''],
  'in the head, as a module': [`<script type="module" ${SOURCE}></script>`, ''],
  'in the body': ['', `<script ${SOURCE}></script>`],
  'in the body, async': ['', `<script async ${SOURCE}></script>`],
  'in the body, as a module': ['', `<script type="module" ${SOURCE}></script>`],
  'added after the page was loaded': ['', INJECTED],
  'in one file': ['', `<script ${SOURCE.replace('kelisim.js', 'kelisim.full.js')}></script>`],
}

describe.each(engines)('the tag in %s', (engine) => {
  const stage = setStage(engine)

  beforeAll(() => openShop(stage.site))

  const visit = async (head: string, body = GATED) => {
    stage.site.route(`${SHOP}/page`, shopPage({ head, body }))
    const tab = await stage.newTab()
    await tab.goto(`${SHOP}/page`)
    return tab
  }
  const policy = (tab: Tab) =>
    tab.waitFor(() => {
      const root = document.querySelector('kelisim-view')?.shadowRoot
      return root?.querySelector('a')?.getAttribute('href') ?? ''
    })
  const hosts = (tab: Tab) =>
    tab.evaluate(() => document.querySelectorAll('kelisim-view, kelisim-reopen').length)

  test('works wherever it stands', async () => {
    const tab = await stage.newTab()
    for (const [place, [head, end]] of Object.entries(PLACES)) {
      stage.site.route(`${SHOP}/page`, shopPage({ head, body: GATED + end }))
      await tab.goto(`${SHOP}/page`)
      await tab.see(notice())
      expect([place, await policy(tab), await runs(tab)]).toEqual([place, `${SHOP}/policy`, []])
      await tab.click(button('notice.accept'))
      await expect.poll(() => runs(tab), { timeout: 5_000, message: place }).toEqual(RUNS.all)
      await tab.reload()
      await expect.poll(() => runs(tab), { timeout: 5_000, message: place }).toEqual(RUNS.all)
      await tab.see(reopenControl())
      expect([place, await tab.find(notice())]).toEqual([place, null])
      expect(await tab.evaluate(() => [faults, heard])).toEqual([[], ['consent']])
      await tab.deleteCookies()
    }
  })

  test('given twice is one instance and one complaint', async () => {
    const once = `<script ${SOURCE}></script>`
    for (const [head, end] of [
      [once, once],
      [once + once, ''],
      ['', INJECTED + INJECTED],
    ] as const) {
      const tab = await visit(head, GATED + end)
      await tab.see(notice())
      await tab.waitFor(() => heard.includes('loaded-twice'))
      expect(await hosts(tab)).toBe(1)
      await tab.evaluate(() => kelisim.choose({ categories: { analytics: true } }))
      await expect.poll(() => runs(tab), { timeout: 5_000 }).toEqual(RUNS.analytics)
      await tab.click(button('notice.accept'))
      await tab.seeNo(notice())
      await expect.poll(() => runs(tab), { timeout: 5_000 }).toEqual(RUNS.all)
      expect(await tab.evaluate(() => heard.filter((name) => /-/.test(name)))).toEqual([
        'loaded-twice',
      ])
      expect(await tab.evaluate(() => faults)).toEqual([])
    }
  })

  test('takes no element that is called "kelisim" for its queue', async () => {
    const tab = await visit(TAG, `<form id="kelisim"><input name="push"></form>${GATED}`)
    await tab.click(button('notice.accept'))
    await expect.poll(() => runs(tab), { timeout: 5_000 }).toEqual(RUNS.all)
    expect(await tab.evaluate(() => kelisim.acceptedCategory('analytics'))).toBe(true)
    expect(await tab.evaluate(() => faults)).toEqual([])
  })

  test('takes options and calls that were pushed before it or are pushed after it', async () => {
    const push = (item: string) => `<script>(window.kelisim ||= []).push(${item})</script>`
    const options = push(`{ policy: { url: '/pushed' }, categories: ['analytics'] }`)
    const call = push(`(api) => ran.push('called ' + api.acceptedCategory('necessary'))`)
    const broken = push(`() => { throw new Error('mine') }`)
    const tag = '<script src="/kelisim/kelisim.js"></script>'
    for (const [head, end] of [
      [options + broken + call + tag, ''],
      [tag, options + broken + call],
      ['', options + tag + broken + call],
    ] as const) {
      const tab = await visit(head, end)
      const { text } = await tab.see(notice())
      expect(text).not.toContain('Маркетинговые')
      expect(await policy(tab)).toBe(`${SHOP}/pushed`)
      await expect.poll(() => runs(tab)).toEqual(['called true'])
      expect(await tab.evaluate(() => faults)).toEqual([expect.stringContaining('mine')])
    }
  })

  test('says what is wrong with a configuration that is not JSON, and refuses all', async () => {
    const config =
      '<script type="application/json" data-kelisim-config>{ "services": [, ] }</script>'
    const tab = await visit(TAG, config + GATED)
    await tab.waitFor(() => faults.some((message) => message.includes('bad-json')))
    expect(await runs(tab)).toEqual([])
    expect(await hosts(tab)).toBe(0)
    expect(await tab.evaluate(() => faults)).toHaveLength(1)
  })
})
