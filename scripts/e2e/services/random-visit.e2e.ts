import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { quickEngines } from '../engines.ts'
import '../pages/in-page.ts'
import { BUILT, SHOP, shopPage, TRACKER } from '../pages/shop.ts'
import type { SiteRequest, SiteResponse } from '../routes.ts'
import { setStage } from '../stage.ts'
import type { Tab } from '../tab.ts'

/** What a visit may bring, each in any order and as often as it likes. */
type Event =
  | { readonly do: 'answer'; readonly name: string; readonly allowed: boolean }
  | { readonly do: 'add'; readonly name: string; readonly network: Network }
  | { readonly do: 'message' | 'cookie'; readonly text: string }
  | { readonly do: 'withdraw' | 'reload' | 'damage' | 'restart' }

/** Where a script's text comes from, and what becomes of it on the way. */
type Network = 'inline' | 'whole' | 'second try' | 'never'

const NAMES = ['analytics', 'marketing', 'counter', 'pixel']
const CATEGORY_OF: Readonly<Record<string, string>> = { counter: 'analytics', pixel: 'marketing' }
const PAGE = shopPage({
  head: `<script>
  // Each start notes whether it was allowed in that moment.
  const note = (id, isAllowed) => ran.push(id + (isAllowed ? '' : ' FORBIDDEN'))
  const service = (id, category) => ({ id, category, load: () => note(id, kelisim.acceptedService(id)) })
  window.kelisim = [{ services: [service('counter', 'analytics'), service('pixel', 'marketing')] }]
</script><script src="/kelisim/kelisim.js"></script>`,
  body: '',
})

const TEXT = fc.oneof(
  fc.stringMatching(/^[!#-+\--:<-[\]-~]{0,60}$/),
  fc.constantFrom('1', 'true', 'null', '{}', '[]', '%', '1~', '1~~~~~~~~analytics:1:0abcdef~~'),
)
const event: fc.Arbitrary<Event> = fc.oneof(
  { weight: 5, arbitrary: answer() },
  {
    weight: 4,
    arbitrary: fc.record({
      do: fc.constant('add'),
      name: anyName(),
      network: fc.constantFrom('inline', 'whole', 'second try', 'never'),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ do: fc.constantFrom('withdraw', 'reload', 'damage', 'restart') }),
  },
  { weight: 2, arbitrary: fc.record({ do: fc.constantFrom('message', 'cookie'), text: TEXT }) },
)

function anyName(): fc.Arbitrary<string> {
  return fc.constantFrom(...NAMES)
}

function answer(): fc.Arbitrary<Event> {
  return fc.record({ do: fc.constant('answer'), name: anyName(), allowed: fc.boolean() })
}

/** The rule itself, in a few plain lines: what has been allowed since it came to the page has run once. */
function createModel() {
  const allowed = new Map<string, boolean>()
  const held = new Map<string, string>()
  let ran: string[] = []
  const isAllowed = (name: string): boolean =>
    allowed.get(name) ?? allowed.get(CATEGORY_OF[name] ?? '') ?? false
  const come = (): void => {
    for (const name of ['counter', 'pixel']) held.set(name, name)
  }
  const settle = (): void => {
    for (const [id, name] of held) if (isAllowed(name) && held.delete(id)) ran.push(id)
  }
  const answerOf = (name: string, isYes: boolean): void => {
    // An answer about a whole category is one about its services, too.
    for (const [service, category] of Object.entries(CATEGORY_OF))
      if (category === name) allowed.delete(service)
    allowed.set(name, isYes)
  }
  come()
  return {
    take(step: Event, index: number): void {
      if (step.do === 'answer') answerOf(step.name, step.allowed)
      else if (step.do === 'add') {
        if (step.network !== 'never') held.set(`${step.name} ${index}`, step.name)
      } else if (/withdraw|cookie|damage/.test(step.do)) allowed.clear()
      else if (step.do === 'reload') {
        held.clear()
        ran = []
        come()
      }
      settle()
    },
    ran: () => [...ran].sort(),
  }
}

/** Does one thing in the page. A script that is added belongs to a category or to a service. */
async function act(step: Event, index: number, categories: Readonly<Record<string, string>>) {
  if (step.do === 'withdraw') await kelisim.withdraw()
  if (step.do === 'answer') {
    const kind = categories[step.name] ? 'services' : 'categories'
    await kelisim.choose({ [kind]: { [step.name]: step.allowed } })
  }
  if (step.do !== 'add') return
  const script = document.createElement('script')
  script.type = 'text/plain'
  const category = categories[step.name]
  script.dataset['category'] = category ?? step.name
  if (category) script.dataset['service'] = step.name
  const check = category ? 'acceptedService' : 'acceptedCategory'
  const text = `note('${step.name} ${index}', kelisim.${check}('${step.name}'))`
  if (step.network === 'inline') script.text = text
  else script.src = `https://tracker.example/random.js?${step.network}&${encodeURIComponent(text)}`
  document.body.append(script)
}

/** Brings what others than the visitor may bring: messages, and cookies that nobody has answered. */
function disturb(step: Event) {
  const look = () => dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }))
  if (step.do === 'restart') {
    kelisim.destroy()
    kelisim.start()
  }
  if (step.do === 'message') {
    for (const name of ['kelisim', 'kelisim-pending', 'kelisim-records', 'kelisim-owner']) {
      localStorage.setItem(name, step.text)
      new BroadcastChannel(name).postMessage(step.text)
      dispatchEvent(new StorageEvent('storage', { key: name, newValue: step.text }))
    }
    dispatchEvent(new MessageEvent('message', { data: step.text }))
  }
  const [, own] = /__Host-kelisim=([^;]*)/.exec(document.cookie) ?? []
  const text = step.do === 'cookie' ? step.text : `${own}`.replace(/[12](?=:)/, '3').slice(0, -1)
  if (step.do !== 'cookie' && step.do !== 'damage') return
  document.cookie = `__Host-kelisim=${text}; Path=/; Secure; SameSite=Lax`
  look()
}

/** Answers for the third party: at once, at the second try, or never. */
function createNetwork() {
  const asked = new Set<string>()
  return ({ url }: SiteRequest): SiteResponse => {
    const [network, text] = decodeURIComponent(url.search.slice(1)).split('&')
    const isSecond = asked.has(url.search)
    asked.add(url.search)
    if (network === 'never' || (network === 'second try' && !isSecond)) return { status: 503 }
    return { body: `${text}` }
  }
}

const LONG = Boolean(process.env['KELISIM_LONG'])
/** Visits of as many events as are asked for; the same ones each time. */
const visits = (numRuns: number, seed: number) =>
  fc.sample(fc.array(event, { minLength: 12, maxLength: 20 }), { numRuns, seed })

describe.each(quickEngines)('a visit of random events in %s', (engine) => {
  const stage = setStage(engine)

  const open = async () => {
    stage.site.directory(`${SHOP}/kelisim/`, BUILT)
    stage.site.route(`${SHOP}/`, PAGE)
    stage.site.route(`${TRACKER}/random.js`, createNetwork())
    const tab = await stage.newTab()
    await tab.goto(`${SHOP}/`)
    return tab
  }
  const play = async (tab: Tab, step: Event, index: number) => {
    if (step.do === 'reload') return tab.reload()
    await tab.evaluate(act, step, index, CATEGORY_OF)
    await tab.evaluate(disturb, step)
  }

  test(
    'runs what is allowed in that moment, once, and nothing else',
    { timeout: 300_000 },
    async () => {
      for (const events of visits(LONG ? 40 : 8, 26)) {
        const tab = await open()
        const model = createModel()
        for (const [index, step] of events.entries()) {
          model.take(step, index)
          await play(tab, step, index)
          await expect
            .poll(() => tab.evaluate(() => [...ran].sort()), {
              message: JSON.stringify(events.slice(0, index + 1)),
            })
            .toEqual(model.ran())
        }
        expect(await tab.evaluate(() => faults)).toEqual([])
      }
    },
  )

  test(
    'runs nothing that is not allowed, and nothing twice, when all comes at once',
    { timeout: 300_000 },
    async () => {
      for (const events of visits(LONG ? 40 : 4, 7)) {
        const tab = await open()
        for (const [index, step] of events.entries())
          if (step.do !== 'reload') await play(tab, step, index)
        await tab.waitFor(() => new Promise((done) => setTimeout(() => done(true), 300)))
        const found = await tab.evaluate(() => ({ ran, faults }))
        const forbidden = found.ran.filter((each) => each.includes('FORBIDDEN'))
        expect({ events, ...found, forbidden, once: [...new Set(found.ran)] }).toEqual({
          events,
          faults: [],
          ran: found.ran,
          forbidden: [],
          once: found.ran,
        })
      }
    },
  )
})
