import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { quickEngines } from '../engines.ts'
import '../pages/in-page.ts'
import { BUILT, SHOP, shopPage } from '../pages/shop.ts'
import { setStage } from '../stage.ts'

/** What a visit may bring, each in any order and as often as it likes. */
type Event =
  | { readonly do: 'answer'; readonly name: string; readonly allowed: boolean }
  | { readonly do: 'add'; readonly name: string }
  | { readonly do: 'withdraw' | 'reload' }

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

const event: fc.Arbitrary<Event> = fc.oneof(
  { weight: 4, arbitrary: answer() },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('add'), name: anyName() }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constantFrom('withdraw', 'reload') }) },
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
      else if (step.do === 'add') held.set(`${step.name} ${index}`, step.name)
      else if (step.do === 'withdraw') allowed.clear()
      else {
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
  script.text = `note('${step.name} ${index}', kelisim.${check}('${step.name}'))`
  document.body.append(script)
}

describe.each(quickEngines)('a visit of random events in %s', (engine) => {
  const stage = setStage(engine)

  test(
    'runs what is allowed in that moment, once, and nothing else',
    { timeout: 120_000 },
    async () => {
      stage.site.directory(`${SHOP}/kelisim/`, BUILT)
      stage.site.route(`${SHOP}/`, PAGE)
      for (const events of fc.sample(fc.array(event, { minLength: 12, maxLength: 20 }), {
        numRuns: process.env['KELISIM_LONG'] ? 40 : 10,
        seed: 26,
      })) {
        const tab = await stage.newTab()
        await tab.goto(`${SHOP}/`)
        const model = createModel()
        for (const [index, step] of events.entries()) {
          model.take(step, index)
          if (step.do === 'reload') await tab.reload()
          else await tab.evaluate(act, step, index, CATEGORY_OF)
          await expect
            .poll(() => tab.evaluate(() => [...ran].sort()), { message: JSON.stringify(events) })
            .toEqual(model.ran())
        }
        expect(await tab.evaluate(() => faults)).toEqual([])
      }
    },
  )
})
