import { beforeAll, describe, expect, test } from 'vitest'
import { quickEngines } from '../engines.ts'
import { recordedEvents, runs } from '../pages/in-page.ts'
import { oldPage, openRivals, type Rival, rivals } from '../pages/rivals.ts'
import { openShop, SHOP, shopPage, TAG } from '../pages/shop.ts'
import { notice } from '../pages/words.ts'
import { setStage } from '../stage.ts'
import type { Tab } from '../tab.ts'

const SERVICES = [
  { id: 'counter', category: 'analytics' },
  { id: 'adverts', category: 'marketing' },
]
const MARKUP = `
<script type="text/plain" data-category="analytics">ran.push('analytics')</script>
<script type="text/plain" data-category="marketing">ran.push('marketing')</script>
<script type="text/plain" data-category="functional">ran.push('functional')</script>`

// Of the engines only Firefox has the signal; the others are lent it.
const LENT_SIGNAL = `<script>
  if (!('globalPrivacyControl' in navigator))
    Object.defineProperty(Navigator.prototype, 'globalPrivacyControl', { value: true })
</script>`

/** The page as it is after the move: the same services are asked about. */
function newPage(
  { product }: Rival,
  options: object = {},
  names: Readonly<Record<string, string>> = { marketing: 'marketing' },
): string {
  const config = {
    categories: ['analytics', 'marketing'],
    services: SERVICES,
    migrateFrom: { product, names },
    ...options,
  }
  const json = JSON.stringify(config)
  const head = `${TAG}<script type="application/json" data-kelisim-config>${json}</script>`
  return shopPage({ head, body: MARKUP })
}

/** What the other banner has kept. By the page's own eyes: some drivers leave out cookies with a domain. */
const kept = async (tab: Tab, { cookie }: Rival): Promise<string | undefined> => {
  const pairs = await tab.evaluate(() => document.cookie.split('; '))
  return pairs.find((pair) => pair.startsWith(`${cookie}=`))
}

const isDecided = (tab: Tab) => tab.waitFor(() => window.kelisim?.$status?.get() === 'decided')

describe.each(quickEngines)('a choice made before the move, in %s', (engine) => {
  const stage = setStage(engine)

  beforeAll(() => {
    openShop(stage.site)
    openRivals(stage.site)
  })

  const answerOld = async (rival: Rival, selector: string): Promise<Tab> => {
    const tab = await stage.newTab()
    await tab.goto(oldPage(rival))
    // One of them draws its buttons a while before it listens to them.
    await expect
      .poll(async () => {
        if (await tab.find(selector)) await tab.click(selector)
        return (await kept(tab, rival)) ?? 'wait'
      })
      .not.toContain('wait')
    return tab
  }

  describe.each(rivals)('with $product', (rival) => {
    test('holds when it was a grant of the same: nobody is asked, and a record tells of it', async () => {
      const tab = await answerOld(rival, rival.accept)
      stage.site.route(`${SHOP}/`, newPage(rival))
      await tab.goto(`${SHOP}/`)
      await isDecided(tab)
      await expect.poll(() => runs(tab)).toEqual(['analytics', 'marketing'])
      expect(await tab.find(notice())).toBeNull()
      await expect
        .poll(() => recordedEvents(tab))
        .toEqual(['migrated migrated api analytics+marketing'])
      expect(await kept(tab, rival)).toBeUndefined()
      const asked = () => stage.site.requests({ path: '/kelisim/migrate.js' }).length
      expect(asked()).toBe(1)
      await tab.reload()
      await expect.poll(() => runs(tab)).toEqual(['analytics', 'marketing'])
      expect([asked(), await recordedEvents(tab)]).toEqual([
        1,
        expect.objectContaining({ length: 1 }),
      ])
    })

    test('holds when it was a refusal', async () => {
      const tab = await answerOld(rival, rival.refuse)
      stage.site.route(`${SHOP}/`, newPage(rival))
      await tab.goto(`${SHOP}/`)
      await isDecided(tab)
      expect([await tab.find(notice()), await runs(tab)]).toEqual([null, []])
      await expect.poll(() => recordedEvents(tab)).toEqual(['migrated migrated api nothing'])
    })

    test('leaves what was not asked before to be asked, and nothing else', async () => {
      const tab = await answerOld(rival, rival.accept)
      const services = [...SERVICES, { id: 'video', category: 'functional' }]
      const categories = ['functional', 'analytics', 'marketing']
      stage.site.route(`${SHOP}/`, newPage(rival, { services, categories }))
      await tab.goto(`${SHOP}/`)
      const { text } = await tab.see(notice())
      expect(text).toContain('функциональные')
      expect(text).not.toMatch(/аналитические|маркетинговые/)
      await expect.poll(() => runs(tab)).toEqual(['analytics', 'marketing'])
    })
  })

  test('yields to Global Privacy Control where it grants marketing, and a record tells of that', async () => {
    const [rival] = rivals
    if (!rival) throw new Error('There are others.')
    const tab = await answerOld(rival, rival.accept)
    if (engine === 'firefox') await tab.emulate({ privacyControl: true })
    stage.site.route(`${SHOP}/`, newPage(rival).replace('<head>', `<head>${LENT_SIGNAL}`))
    await tab.goto(`${SHOP}/`)
    await isDecided(tab)
    await expect.poll(() => runs(tab)).toEqual(['analytics'])
    expect(await tab.find(notice())).toBeNull()
    await tab.reload()
    await expect
      .poll(() => recordedEvents(tab))
      .toEqual(['migrated migrated api analytics', 'changed tool gpc analytics'])
    expect(await runs(tab)).toEqual(['analytics'])
  })

  test('is asked for again where an age has to be stated', async () => {
    const [rival] = rivals
    if (!rival) throw new Error('There are others.')
    const tab = await answerOld(rival, rival.accept)
    stage.site.route(`${SHOP}/`, newPage(rival, { minors: { age: 16 } }))
    await tab.goto(`${SHOP}/`)
    await tab.see(notice())
    expect(await runs(tab)).toEqual([])
    expect(await tab.evaluate(() => heard)).not.toContain('age-not-stated')
  })

  test('allows nothing that the profile leaves out', async () => {
    const [rival] = rivals
    if (!rival) throw new Error('There are others.')
    const tab = await answerOld(rival, rival.accept)
    const services = SERVICES.map((service) => ({ ...service, country: 'US' }))
    stage.site.route(`${SHOP}/`, newPage(rival, { profile: 'RU', services }))
    await tab.goto(`${SHOP}/`)
    await tab.waitFor(() => !!window.kelisim?.$decision?.get())
    const accepted = await tab.evaluate(() => [
      kelisim.acceptedCategory('marketing'),
      kelisim.acceptedService('counter'),
      kelisim.acceptedService('adverts'),
    ])
    expect(accepted).toEqual([true, false, false])
  })

  test('is left where it is by a preview', async () => {
    const [rival] = rivals
    if (!rival) throw new Error('There are others.')
    const tab = await answerOld(rival, rival.accept)
    stage.site.route(`${SHOP}/`, newPage(rival, { preview: true }))
    await tab.goto(`${SHOP}/`)
    await tab.see(notice())
    expect(await kept(tab, rival)).toBeDefined()
  })

  test.each(['%7Bbroken', '%7B%22counter%22%3A%22true%22%7D', 'true', '%22counter%22'])(
    'is asked for when the cookie says %s',
    async (value) => {
      const tab = await stage.newTab()
      await tab.goto(`${SHOP}/privacy`)
      await tab.setCookie({ name: 'klaro', value })
      stage.site.route(`${SHOP}/`, newPage({ product: 'klaro' } as Rival))
      await tab.goto(`${SHOP}/`)
      await tab.see(notice())
      expect([await runs(tab), await tab.evaluate(() => faults)]).toEqual([[], []])
    },
  )
})
