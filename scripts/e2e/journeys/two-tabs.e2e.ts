import fc from 'fast-check'
import { beforeAll, describe, expect, test } from 'vitest'
import { engines } from '../engines.ts'
import { recordedEvents, runs } from '../pages/in-page.ts'
import { contacted, FETCHES, openShop, RUNS, SHOP } from '../pages/shop.ts'
import { button, dialog, notice, reloadOffer, reopenControl, toggle } from '../pages/words.ts'
import { setStage } from '../stage.ts'
import type { Tab } from '../tab.ts'

describe.each(engines)('two tabs in %s', (engine) => {
  const stage = setStage(engine)

  beforeAll(() => openShop(stage.site))

  const visit = async (): Promise<readonly [Tab, Tab]> => {
    const visitor = await stage.newVisitor()
    const [left, right] = [await visitor.newTab(), await visitor.newTab()]
    await Promise.all([left.goto(`${SHOP}/`), right.goto(`${SHOP}/`)])
    await Promise.all([left.see(notice()), right.see(notice())])
    return [left, right]
  }
  const categories = (tab: Tab) => tab.evaluate(() => kelisim.$decision.get()?.categories ?? null)
  const withinASecond = { timeout: 1_000, interval: 30 }

  test('share an answer and its withdrawal at once, without a reload', async () => {
    const [left, right] = await visit()
    await right.click(button('notice.accept'))
    await right.seeNo(notice())
    await expect.poll(() => left.find(notice()), withinASecond).toBeNull()
    await expect.poll(() => runs(left), { timeout: 5_000 }).toEqual(RUNS.all)
    expect(await left.evaluate(() => heard)).toEqual(['consent', 'change'])

    await right.click(reopenControl())
    await right.click(button('preferences.withdraw'))
    await expect.poll(() => left.find(reloadOffer()), withinASecond).not.toBeNull()
    expect(await categories(left)).toEqual({
      functional: false,
      analytics: false,
      marketing: false,
    })
    expect(await left.find('#ad')).toBeNull()
    expect(await left.evaluate(() => faults)).toEqual([])
    await expect.poll(() => recordedEvents(left)).toHaveLength(2)
  })

  test('share a refusal at once', async () => {
    const [left, right] = await visit()
    await right.click(button('notice.reject'))
    await expect.poll(() => left.find(notice()), withinASecond).toBeNull()
    expect([await runs(left), await runs(right)]).toEqual([[], []])
    expect(contacted(stage.site)).toEqual([])
    await left.see(reopenControl())
  })

  test('keep both answers when they answer about different things', async () => {
    const [left, right] = await visit()
    // Left has not heard of right: the message is late or lost.
    await left.evaluate(() => {
      const swallow = (event: Event) => event.stopImmediatePropagation()
      for (const type of ['storage', 'pageshow', 'visibilitychange']) {
        addEventListener(type, swallow, true)
      }
    })
    await right.evaluate(() => kelisim.choose({ categories: { analytics: true } }))
    // Firefox tells its other processes of a cookie a moment later.
    await left.waitFor(() => document.cookie)
    await left.evaluate(() => kelisim.choose({ categories: { marketing: true } }))
    for (const tab of [left, right]) {
      await expect.poll(() => categories(tab)).toMatchObject({ analytics: true, marketing: true })
      await expect.poll(() => runs(tab), { timeout: 5_000 }).toEqual(RUNS.all)
      // The third category is still to be asked.
      await tab.see(notice())
    }
  })

  test('believe the cookie and no message', async () => {
    const [left, right] = await visit()
    await left.evaluate(() => {
      addEventListener('storage', ({ key }) => heard.push(`stored ${key}`))
    })
    await right.evaluate(() => {
      const decision = { categories: { functional: true, analytics: true, marketing: true } }
      const channel = new BroadcastChannel('kelisim')
      for (const message of [0, 'accept-all', decision, { decision }]) channel.postMessage(message)
      localStorage.setItem('kelisim', JSON.stringify(decision))
    })
    await left.waitFor(() => heard.includes('stored kelisim'))
    expect(await categories(left)).toBeNull()
    expect(await runs(left)).toEqual([])
    expect(await left.evaluate(() => [heard, faults])).toEqual([['stored kelisim'], []])
    await left.see(notice())
  })

  test('ask again when the cookie was deleted meanwhile, and run nothing new', async () => {
    const [left, right] = await visit()
    await left.click(button('notice.accept'))
    await expect.poll(() => runs(left), { timeout: 5_000 }).toEqual(RUNS.all)
    await expect.poll(() => runs(right), { timeout: 5_000 }).toEqual(RUNS.all)
    await expect.poll(() => contacted(stage.site)).toEqual([...FETCHES, ...FETCHES].sort())
    await right.activate()
    await right.deleteCookies()
    stage.site.forgetRequests()
    await left.activate()
    await left.see(notice())
    await left.evaluate(() => {
      const script = document.createElement('script')
      script.type = 'text/plain'
      script.dataset['category'] = 'analytics'
      script.text = "ran.push('new')"
      document.body.append(script)
    })
    await left.click(button('notice.customise'))
    await left.see(dialog())
    expect(await left.see(toggle('analytics'))).toMatchObject({ checked: false })
    expect(await categories(left)).toBeNull()
    expect(await runs(left)).toEqual(RUNS.all)
    expect(contacted(stage.site)).toEqual([])
  })

  test('come to the same state, whoever answers what in which order', async () => {
    const visitor = await stage.newVisitor()
    const tabs = [await visitor.newTab(), await visitor.newTab(), await visitor.newTab()]
    await Promise.all(tabs.map((tab) => tab.goto(`${SHOP}/`)))
    const model: Record<string, boolean> = {}
    for (const turn of turns(
      fc.sample(fc.integer({ min: 0, max: 2 }), { numRuns: 45, seed: 11 }),
    )) {
      const { tab, name, allowed } = turn
      model[name] = allowed
      await tabs[tab]?.evaluate(
        (id, isAllowed) => kelisim.choose({ categories: { [id]: isAllowed } }),
        name,
        allowed,
      )
      if (turn.reloads) await tabs[(tab + 1) % 3]?.reload()
      for (const each of tabs) await expect.poll(() => categories(each)).toEqual(model)
    }
    for (const tab of tabs) expect(await tab.evaluate(() => faults)).toEqual([])
  })
})

/** Makes turns of three numbers from 0 to 2: which tab answers, about what, and how. */
function turns(numbers: readonly number[]) {
  const names = ['functional', 'analytics', 'marketing']
  return Array.from({ length: numbers.length / 3 }, (_, index) => {
    const [tab = 0, name = 0, kind = 0] = numbers.slice(index * 3, index * 3 + 3)
    return { tab, name: `${names[name]}`, allowed: kind > 0, reloads: kind > 1 }
  })
}
