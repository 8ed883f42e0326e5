import { setTimeout as sleep } from 'node:timers/promises'
import { beforeAll, describe, expect, test } from 'vitest'
import { engines } from '../engines.ts'
import { button, notice } from '../pages/words.ts'
import { setStage } from '../stage.ts'
import { noted, openWorld, page, tag, toldCodes, TRACKER } from './page.ts'

const HOST = 'https://gated.example'
const HELD = 'type="text/plain" data-category="analytics"'
const NOTHING = { ran: [], faults: [], violations: [] }

describe.each(engines)('gated elements in %s', (engine) => {
  const stage = setStage(engine)

  beforeAll(() => {
    openWorld(stage.site)
    stage.site.route(
      `${TRACKER}/map`,
      "<!doctype html><title>Map</title><script>parent.postMessage('map', '*')</script>",
    )
  })

  const visit = async (body: string, head = tag()) => {
    stage.site.route(`${HOST}/`, page({ head, body }))
    const tab = await stage.newTab()
    await tab.goto(`${HOST}/`)
    await tab.see(notice())
    return tab
  }

  test.each(['appended', 'fragment', 'markup', 'body'])(
    'run once when they come late as %s',
    async (how) => {
      const tab = await visit('<main>Old</main>')
      await tab.click(button('notice.accept'))
      await tab.seeNo(notice())
      const add = (name: string) =>
        tab.evaluate(
          (text, way, held) => {
            const markup = `<p>More</p><script ${held}>ran.push('${text}')</script>`
            const main = document.querySelector('main') ?? document.body
            if (way === 'markup') main.innerHTML = markup
            else if (way === 'fragment') {
              main.replaceChildren(document.createRange().createContextualFragment(markup))
            } else if (way === 'body') {
              const next = document.createElement('body')
              next.innerHTML = `<main>New</main>${markup}`
              document.body.replaceWith(next)
            } else {
              const script = document.createElement('script')
              script.type = 'text/plain'
              script.dataset['category'] = 'analytics'
              script.textContent = `ran.push('${text}')`
              main.append(script)
            }
          },
          name,
          how,
          HELD,
        )
      await add('1')
      await expect.poll(async () => (await noted(tab)).ran).toEqual(['1'])
      await add('2')
      await expect.poll(() => noted(tab)).toEqual({ ...NOTHING, ran: ['1', '2'] })
      // Held after a withdrawal, and told from what ran before it.
      await tab.evaluate(() => kelisim.withdraw())
      await add('3')
      await tab.evaluate(() => new Promise((done) => setTimeout(done, 50)))
      expect(await noted(tab)).toEqual({ ...NOTHING, ran: ['1', '2'] })
      await tab.evaluate(() => kelisim.acceptAll())
      await expect.poll(() => noted(tab)).toEqual({ ...NOTHING, ran: ['1', '2', '3'] })
    },
  )

  test('run whole where the page comes in pieces', async () => {
    const text = `/* ${'x'.repeat(2_000)} */ ran.push('whole ' + document.currentScript.text.length)`
    const half = Math.floor(text.length / 2)
    async function* pieces() {
      yield `<!doctype html><html lang="ru"><title>Slow</title><script src="/witness.js"></script>
        <script type="application/json" data-kelisim-config>{}</script>
        <script src="/kelisim/kelisim.js"></script><script ${HELD}>${text.slice(0, half)}`
      await sleep(250)
      yield `${text.slice(half)}</script><p>Middle</p><script ${HELD}>ran.push('se`
      await sleep(250)
      yield `cond')</script>`
    }
    stage.site.route(`${HOST}/slow`, () => ({ body: pieces() }))
    // With a choice from before, so that the gate is open while the page is parsed.
    const tab = await visit('', tag({ options: {} }))
    await tab.click(button('notice.accept'))
    await tab.seeNo(notice())
    await tab.goto(`${HOST}/slow`)
    await expect
      .poll(() => noted(tab))
      .toEqual({ ...NOTHING, ran: ['second', `whole ${text.length}`] })
  })

  test('run a thousand at a time, and let the page have its turn in between', async () => {
    const busy = `let end = performance.now() + 0.3; while (performance.now() < end);`
    const script = `<script ${HELD}>{ ${busy} ran.push('') }</script>`
    const tab = await visit(script.repeat(1_000))
    await tab.evaluate(() => {
      const turns: number[] = []
      const { port1, port2 } = new MessageChannel()
      port1.start()
      port1.addEventListener('message', () => {
        if (ran.length > 0 && turns.at(-1) !== ran.length) turns.push(ran.length)
        if (ran.length < 1_000) port2.postMessage(0)
      })
      // Starts with the click, before anything runs.
      addEventListener('click', () => port2.postMessage(0), true)
      Object.assign(globalThis, { turns })
    })
    await tab.click(button('notice.accept'))
    await expect.poll(async () => (await noted(tab)).ran.length, { timeout: 10_000 }).toBe(1_000)
    const turns = await tab.evaluate(() => (globalThis as unknown as { turns: number[] }).turns)
    // 300 ms of scripts in slices of 8 ms; a slow machine runs fewer in each.
    expect(turns.length).toBeGreaterThan(10)
    expect(await noted(tab)).toMatchObject({ faults: [] })
  })

  test('are reported with their repair where they are not inert', async () => {
    const tab =
      await visit(`<script data-category="analytics" src="${TRACKER}/one.js" async></script>
      <script data-category="marketing">ran.push('inline')</script>
      <iframe data-category="analytics" src="${TRACKER}/map" title="Map"></iframe>
      <img data-category="analytics" alt="" src="data:,">`)
    await expect
      .poll(() => toldCodes(tab))
      .toEqual(['not-inert', 'not-inert', 'not-inert', 'not-inert'])
    const text = (await tab.evaluate(() => told)).join('\n')
    expect(text).toContain(
      `<script data-category="analytics" src="${TRACKER}/one.js" async="" type="text/plain">`,
    )
    expect(text).toContain('<script data-category="marketing" type="text/plain">')
    expect(text).toContain('data-kelisim-src')
    await tab.evaluate(() => kelisim.acceptAll())
    expect((await noted(tab)).ran).toEqual(['inline', 'one'])
  })

  test('are reported with the known names where their category is none', async () => {
    const names = [
      'analitics',
      'analytic',
      'analytics2',
      'Analytics',
      '.*',
      'toString',
      '__proto__',
    ]
    const body = names.map(
      (name) => `<script type="text/plain" data-category="${name}">ran.push('${name}')</script>`,
    )
    const tab = await visit(body.join(''))
    await tab.click(button('notice.accept'))
    await expect.poll(async () => (await toldCodes(tab)).length).toBe(names.length)
    expect(new Set(await toldCodes(tab))).toEqual(new Set(['unknown-category']))
    expect(await noted(tab)).toEqual(NOTHING)
    const text = (await tab.evaluate(() => told)).join('\n')
    expect(text).toContain('analitics')
    expect(text).toContain('necessary, functional, analytics, marketing')
  })

  test('are frames that keep their limits, and give up their address on withdrawal', async () => {
    const frame = 'data-category="analytics" title="Map" sandbox="allow-scripts" allow="camera"'
    const tab =
      await visit(`<script>addEventListener('message', ({ data }) => ran.push(data))</script>
      <iframe ${frame} data-kelisim-src="${TRACKER}/map" loading="eager" name="x"></iframe>
      <iframe ${frame} data-src="${TRACKER}/map"></iframe>
      <iframe ${frame} srcdoc="<p>Own</p>" data-kelisim-src="${TRACKER}/map"></iframe>`)
    expect(stage.site.requests({ host: 'tracker.example' })).toEqual([])
    await tab.click(button('notice.accept'))
    await expect.poll(async () => (await noted(tab)).ran).toEqual(['map', 'map'])
    await expect.poll(() => toldCodes(tab)).toEqual(['lazy-source'])
    const frames = () =>
      tab.evaluate(() =>
        [...document.querySelectorAll('iframe')].map((element) =>
          ['sandbox', 'allow', 'src'].map((name) => element.getAttribute(name)),
        ),
      )
    const limits = ['allow-scripts', 'camera', `${TRACKER}/map`]
    expect((await frames()).slice(0, 2)).toEqual([limits, limits])
    await tab.evaluate(() => kelisim.withdraw())
    expect((await frames()).slice(0, 2).map(([, , src]) => src)).toEqual([null, null])
  })

  test('are found in a closed shadow root that was shown to the gate', async () => {
    const tab = await visit('<div id="host"></div>')
    await tab.click(button('notice.accept'))
    await tab.evaluate((held) => {
      const root = document.querySelector('#host')?.attachShadow({ mode: 'closed' })
      if (!root) return
      const range = document.createRange()
      const make = (text: string) =>
        range.createContextualFragment(`<script ${held}>ran.push('${text}')</script>`)
      root.append(make('now'))
      kelisim.scan(root)
      root.append(make('later'))
    }, HELD)
    await expect.poll(() => noted(tab)).toEqual({ ...NOTHING, ran: ['later', 'now'] })
  })

  test('may be an import map, where the engine takes one that late', async () => {
    const headers = { 'access-control-allow-origin': '*' }
    stage.site.route(`${TRACKER}/mapped.js`, { body: "ran.push('mapped')", headers })
    const map = JSON.stringify({ imports: { mapped: `${TRACKER}/mapped.js` } })
    const tab = await visit(`<script ${HELD} data-type="importmap">${map}</script>
      <script ${HELD} data-type="module">import 'mapped'</script>`)
    await tab.click(button('notice.accept'))
    // Firefox takes no map once a module has been asked for, and our own files are modules.
    const outcome = engine === 'firefox' ? { ran: [], faults: 1 } : { ran: ['mapped'], faults: 0 }
    const seen = async () => {
      const { ran, faults } = await noted(tab)
      return { ran, faults: faults.length }
    }
    await expect.poll(seen).toEqual(outcome)
  })
})
