import { beforeAll, describe, expect, test } from 'vitest'
import { engines } from '../engines.ts'
import { button, notice } from '../pages/words.ts'
import type { Site } from '../server.ts'
import { setStage } from '../stage.ts'
import { noted, openWorld, page, tag, toldCodes, TRACKER } from './page.ts'

const HOST = 'https://gated.example'
const HELD = 'type="text/plain" data-category="analytics"'
const NOTHING = { ran: [], faults: [], violations: [] }
// Stands in for a visitor who waits: the first so many ten seconds pass in less than one.
const impatient = (times: number) => `<script>(() => {
  const later = setTimeout
  let left = ${times}
  window.setTimeout = (run, ms, ...rest) => later(run, ms === 10000 && left-- > 0 ? 300 : ms, ...rest)
})()</script>`

describe.each(engines)('the gate in %s', (engine) => {
  const stage = setStage(engine)

  beforeAll(() => openWorld(stage.site))

  const visit = async (body: string, head = tag()) => {
    stage.site.route(`${HOST}/`, page({ head, body }))
    const tab = await stage.newTab()
    await tab.goto(`${HOST}/`)
    await tab.see(notice())
    return tab
  }
  const serve = (name: string, answer: Parameters<Site['route']>[1]) =>
    stage.site.route(`${TRACKER}/${name}`, answer)
  const asked = (path: string) => stage.site.requests({ host: 'tracker.example', path })
  const inOrder = (tab: Awaited<ReturnType<typeof visit>>) => tab.evaluate(() => ran)

  test('keeps what a script was given: attributes, checks and its own text', async () => {
    const integrity = 'sha384-l5fMYzTRvVjRBfQSWVCWETdo5EAxkxUZpHW51tyAk9eVTKDy5v8nSQpdzR7K4YTa'
    serve('checked.js', {
      body: `ran.push(document.currentScript.getAttributeNames().join())`,
      headers: { 'access-control-allow-origin': '*' },
    })
    const text = `/* <!-- &amp; ]]> \\u0041 «ә» \u00a0 \u2028 */ ran.push(document.currentScript.text)`
    const tab = await visit(`
      <script ${HELD} src="${TRACKER}/checked.js?1" crossorigin="anonymous" id="a" class="b"
        referrerpolicy="no-referrer" data-site="7" nonce="x" async></script>
      <script ${HELD} src="${TRACKER}/checked.js?2" crossorigin integrity="${integrity}"></script>
      <script ${HELD}>${text}</script>`)
    await tab.click(button('notice.accept'))
    const kept = 'data-category,src,crossorigin,id,class,referrerpolicy,data-site,nonce,async'
    await expect.poll(() => noted(tab)).toEqual({ ...NOTHING, ran: [text, kept] })
    // The other one is not what its owner has pinned.
    await expect.poll(() => toldCodes(tab)).toEqual(['script-failed'])
    const first = asked('/checked.js').find(({ url }) => url.search === '?1')
    expect(first?.headers.referer).toBeUndefined()
    expect(first?.headers.origin).toBe(HOST)
  })

  test('runs modules, each once, with imports of their own', async () => {
    const headers = { 'access-control-allow-origin': '*' }
    serve('part.js', { body: "export const part = 'part'", headers })
    serve('whole.js', {
      body: "import { part } from './part.js'; ran.push(part + ' of whole')",
      headers,
    })
    const tab = await visit(`
      <script ${HELD} data-type="module" src="${TRACKER}/whole.js"></script>
      <script ${HELD} data-type="module">
        import { part } from '${TRACKER}/part.js'
        ran.push(part + ' ' + import.meta.url)
      </script>`)
    await tab.click(button('notice.accept'))
    const runs = ['part of whole', `part ${HOST}/`].sort()
    await expect.poll(() => noted(tab)).toEqual({ ...NOTHING, ran: runs })
    expect(asked('/part.js')).toHaveLength(1)
  })

  test('keeps the order of deferred scripts, and lets no other wait', async () => {
    serve('slow.js', { body: "ran.push('slow')", delayMs: 400 })
    serve('hang.js', { hang: true })
    const tab = await visit(`
      <script ${HELD} src="${TRACKER}/hang.js"></script>
      <script ${HELD} defer src="${TRACKER}/slow.js"></script>
      <script ${HELD} defer src="${TRACKER}/one.js"></script>
      <script ${HELD} src="${TRACKER}/two.js"></script>
      <script ${HELD}>ran.push('inline')</script>`)
    await tab.click(button('notice.accept'))
    await expect.poll(async () => (await inOrder(tab)).slice(-2)).toEqual(['slow', 'one'])
    expect((await inOrder(tab)).slice(0, 2).sort()).toEqual(['inline', 'two'])
    expect(await noted(tab)).toMatchObject({ faults: [] })
    expect(await toldCodes(tab)).toEqual([])
  })

  test('tries a script that failed once more, and tells which failed for good', async () => {
    let attempts = 0
    serve('shaky.js', () => {
      attempts += 1
      return attempts === 1 ? { status: 503 } : "ran.push('shaky')"
    })
    serve('gone.js', { status: 404 })
    const tab = await visit(`
      <script ${HELD} src="${TRACKER}/shaky.js"></script>
      <script ${HELD} src="${TRACKER}/gone.js"></script>
      <script ${HELD} data-src="${TRACKER}/gone.js?2"></script>`)
    await tab.click(button('notice.accept'))
    await expect.poll(() => toldCodes(tab)).toEqual(['script-failed', 'script-failed'])
    await expect.poll(() => noted(tab)).toEqual({ ...NOTHING, ran: ['shaky'] })
    expect(asked('/shaky.js')).toHaveLength(2)
    expect(asked('/gone.js')).toHaveLength(4)
    const [line] = await tab.evaluate(() => told)
    expect(line).toContain(`src="${TRACKER}/gone.js`)
    await tab.evaluate(() => kelisim.rejectAll())
    await tab.evaluate(() => kelisim.acceptAll())
    expect(asked('/shaky.js')).toHaveLength(2)
  })

  test('gives up on a script without an answer, after a second try', async () => {
    serve('silent.js', { hang: true })
    const silent = `<script ${HELD} src="${TRACKER}/silent.js"></script>`
    const tab = await visit(silent, impatient(2) + tag())
    await tab.click(button('notice.accept'))
    await expect.poll(() => toldCodes(tab)).toEqual(['script-failed'])
    expect(await tab.evaluate(() => told[0])).toContain('silent.js')
    expect(await noted(tab)).toEqual(NOTHING)
  })

  test('runs a script once whose answer comes when it was given up already', async () => {
    let attempts = 0
    serve('late.js', () => {
      attempts += 1
      return { body: `ran.push('late ${attempts}')`, delayMs: attempts === 1 ? 1_500 : 0 }
    })
    const late = `<script ${HELD} src="${TRACKER}/late.js"></script>`
    const tab = await visit(late, impatient(1) + tag())
    await tab.click(button('notice.accept'))
    // Some engines give the first answer to the second try of an address that is on its way; the
    // others ask again, and have both answers in the end.
    await expect.poll(() => Date.now() - (asked('/late.js')[0]?.at ?? 0)).toBeGreaterThan(1_900)
    await expect
      .poll(() => noted(tab))
      .toEqual({ ...NOTHING, ran: [expect.stringMatching(/^late [12]$/)] })
    expect(await toldCodes(tab)).toEqual([])
  })

  test('tells of a service that does not answer, and of one that fails', async () => {
    serve('silent.js', { hang: true })
    const head = `<script>
      const silent = ({ loadScript }) => loadScript('${TRACKER}/silent.js')
      window.kelisim = [{ services: [
        { id: 'silent', category: 'analytics', timeoutMs: 200, load: silent },
        { id: 'broken', category: 'analytics', load: () => { throw new Error('Broken') } },
        { id: 'whole', category: 'analytics', load: () => ran.push('whole') },
      ] }]
    </script>${tag()}`
    const tab = await visit('', head)
    await tab.click(button('notice.accept'))
    const codes = ['service-failed', 'service-failed', 'service-timeout']
    await expect.poll(async () => (await toldCodes(tab)).sort()).toEqual(codes)
    expect(await noted(tab)).toEqual({ ...NOTHING, ran: ['whole'] })
    expect(await tab.evaluate(() => kelisim.acceptedService('silent'))).toBe(true)
  })

  test('never runs a script whose consent was withdrawn on its way', async () => {
    serve('slow.js', { body: "ran.push('slow')", delayMs: 500 })
    const tab = await visit(`<script ${HELD} src="${TRACKER}/slow.js"></script>
      <script ${HELD} data-type="module" src="${TRACKER}/slow.js?module"></script>`)
    await tab.click(button('notice.accept'))
    await expect.poll(() => asked('/slow.js').length).toBe(2)
    await tab.evaluate(() => kelisim.withdraw())
    const [first] = asked('/slow.js')
    // Long enough for the answers, and for a second try that must not be made.
    await expect.poll(() => Date.now() - (first?.at ?? 0)).toBeGreaterThan(1_400)
    expect(asked('/slow.js')).toHaveLength(2)
    expect(await noted(tab)).toEqual(NOTHING)
    await tab.evaluate(() => kelisim.acceptAll())
    await expect.poll(() => inOrder(tab), { timeout: 3_000 }).toContain('slow')
    // Firefox remembers a module that was taken out on its way as failed, until the page is loaded anew.
    expect(await toldCodes(tab)).toEqual(engine === 'firefox' ? ['script-failed'] : [])
  })

  test('runs nothing twice, granted again or moved about', async () => {
    const tab = await visit(`<div id="a"><script ${HELD}>ran.push('inline')</script>
      <script ${HELD} src="${TRACKER}/one.js"></script></div><div id="b"></div>`)
    await tab.click(button('notice.accept'))
    await expect.poll(() => noted(tab)).toEqual({ ...NOTHING, ran: ['inline', 'one'] })
    await tab.evaluate(async () => {
      const [from, to] = [document.querySelector('#a'), document.querySelector('#b')]
      to?.append(...(from?.childNodes ?? []))
      await kelisim.rejectAll()
      await kelisim.acceptAll()
      kelisim.destroy()
      kelisim.start()
      document.body.prepend(to as Element)
      await new Promise((done) => setTimeout(done, 100))
    })
    expect(await noted(tab)).toEqual({ ...NOTHING, ran: ['inline', 'one'] })
    expect(asked('/one.js')).toHaveLength(1)
  })
})
