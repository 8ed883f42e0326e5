import { beforeAll, describe, expect, test } from 'vitest'
import { engines } from '../engines.ts'
import { button, dialog, notice, reopenControl } from '../pages/words.ts'
import type { SiteResponse } from '../routes.ts'
import { setStage } from '../stage.ts'
import { BUILT, noted, openWorld, page, tag, toldCodes, TRACKER } from './page.ts'

const HOST = 'https://strict.example'
const NONCE = 'r4nd'

/** Every kind of gated script, with the page's nonce where it has one. */
const gated = (nonce?: string) => {
  const own = nonce === undefined ? '' : `nonce="${nonce}"`
  const held = `type="text/plain" data-category="analytics" ${own}`
  return {
    external: `<script ${held} src="${TRACKER}/one.js"></script>
      <script ${held} data-type="module" src="${TRACKER}/two.js"></script>
      <template data-category="analytics"><script ${own} src="${TRACKER}/four.js"></script></template>`,
    addressed: `<script ${held} data-src="${TRACKER}/three.js"></script>`,
    inline: `<script ${held}>ran.push('inline')</script>
      <script ${held} data-type="module">ran.push('module')</script>
      <template data-category="analytics"><script ${own}>ran.push('template')</script></template>`,
  }
}

const EXTERNAL = ['four', 'one', 'two']
const ALL = ['four', 'inline', 'module', 'one', 'template', 'three', 'two']
const { external, addressed, inline } = gated(NONCE)
const CLOSED = "default-src 'none'; connect-src 'self'; style-src 'none'; img-src 'self'"

const POLICIES = [
  {
    name: 'a nonce',
    policy: `${CLOSED}; script-src 'nonce-${NONCE}'`,
    nonce: NONCE,
    body: external + addressed + inline,
    runs: ALL,
  },
  {
    name: 'a nonce and strict-dynamic',
    policy: `${CLOSED}; script-src 'nonce-${NONCE}' 'strict-dynamic'`,
    nonce: NONCE,
    body: external + addressed + inline,
    runs: ALL,
  },
  {
    name: 'a list of hosts',
    policy: `${CLOSED}; script-src 'self' ${TRACKER}`,
    nonce: undefined,
    body: gated().external + gated().addressed,
    runs: [...EXTERNAL, 'three'].sort(),
  },
  {
    name: 'Trusted Types',
    policy: `${CLOSED}; script-src 'nonce-${NONCE}'; require-trusted-types-for 'script'; trusted-types kelisim`,
    nonce: NONCE,
    body: external + addressed + inline,
    runs: ALL,
  },
]

describe.each(engines)('content security in %s', (engine) => {
  const stage = setStage(engine)

  beforeAll(() => openWorld(stage.site))

  const visit = async (response: SiteResponse, path = '/') => {
    stage.site.route(HOST + path, response)
    const tab = await stage.newTab()
    await tab.goto(HOST + path)
    await tab.see(notice())
    return tab
  }
  const under = (policy: string) => ({ 'content-security-policy': policy })

  test.each(POLICIES)('works under $name, and breaks no rule', async (row) => {
    const { policy, nonce, body, runs } = row
    const tab = await visit({
      headers: under(policy),
      body: page({ body, ...(nonce && { nonce }) }),
    })
    expect(await tab.see(notice())).toMatchObject({ box: { width: 448 } })
    expect(await noted(tab)).toEqual({ ran: [], faults: [], violations: [] })
    await tab.click(button('notice.customise'))
    await tab.see(dialog())
    await tab.click(button('preferences.accept'))
    await tab.seeNo(dialog())
    await expect.poll(() => noted(tab)).toEqual({ ran: runs, faults: [], violations: [] })
    await tab.see(reopenControl())
    expect(await toldCodes(tab)).toEqual([])
  })

  test('never lends its nonce to markup that carries none or another one', async () => {
    const held = 'type="text/plain" data-category="analytics"'
    const strange = `<script ${held}>ran.push('bare')</script>
      <script ${held} nonce="other">ran.push('other')</script>
      <script ${held} src="${TRACKER}/one.js"></script>
      <script ${held} data-src="${TRACKER}/two.js"></script>
      <template data-category="analytics"><b id="shown">b</b><script>ran.push('in')</script></template>`
    // Without a policy of the page nobody but us would stop them.
    const tab = await visit({ body: page({ nonce: NONCE, body: strange + addressed }) })
    await tab.click(button('notice.accept'))
    await expect.poll(() => toldCodes(tab)).toEqual(Array.from({ length: 5 }, () => 'no-nonce'))
    await expect.poll(() => noted(tab)).toEqual({ ran: ['three'], faults: [], violations: [] })
    expect(await tab.evaluate(() => document.querySelector('#shown'))).toBeNull()
    expect(stage.site.requests({ host: 'tracker.example' }).map(({ url }) => url.pathname)).toEqual(
      ['/three.js'],
    )
  })

  test('asks where the page forbids every Trusted Types policy, and tells what cannot load', async () => {
    const service = `<script nonce="${NONCE}">
      (window.kelisim ||= []).push({ services: [{
        id: 'counter', category: 'analytics',
        load: ({ loadScript }) => loadScript('${TRACKER}/four.js'),
      }] })
    </script>`
    const policy = `script-src 'nonce-${NONCE}'; require-trusted-types-for 'script'; trusted-types 'none'`
    const tab = await visit({
      headers: under(policy),
      body: page({ nonce: NONCE, head: service + tag({ nonce: NONCE }), body: addressed + inline }),
    })
    expect(await noted(tab)).toEqual({ ran: [], faults: [], violations: [] })
    await tab.click(button('notice.accept'))
    const tells = async () => (await tab.evaluate(() => told)).join()
    await expect.poll(tells).toContain(`${TRACKER}/three.js`)
    await expect.poll(tells).toContain('service-failed: "counter"')
    // What needs no address of ours runs all the same.
    await expect
      .poll(() => noted(tab))
      .toMatchObject({ ran: ['inline', 'module', 'template'], faults: [] })
    await tab.see(reopenControl())
    expect(await tab.evaluate(() => kelisim.$status.get())).toBe('decided')
  })

  test('works on a page that is isolated from other origins, from a host of its own', async () => {
    const shared = { 'cross-origin-resource-policy': 'cross-origin' }
    stage.site.directory('https://cdn.example/kelisim/', BUILT, shared)
    stage.site.route(`${TRACKER}/isolated.js`, { body: "ran.push('isolated')", headers: shared })
    const held = 'type="text/plain" data-category="analytics"'
    const tab = await visit(
      {
        headers: {
          'cross-origin-embedder-policy': 'require-corp',
          'cross-origin-opener-policy': 'same-origin',
        },
        body: page({
          head: tag({ src: 'https://cdn.example/kelisim/kelisim.js' }),
          body: `<script ${held} src="${TRACKER}/isolated.js"></script>
            <script ${held} src="${TRACKER}/one.js"></script>`,
        }),
      },
      '/isolated',
    )
    expect(await tab.evaluate(() => crossOriginIsolated)).toBe(true)
    await tab.click(button('notice.accept'))
    await expect.poll(() => noted(tab)).toMatchObject({ ran: ['isolated'], faults: [] })
    // The other one does not allow to be embedded; that is told with its address.
    await expect.poll(() => toldCodes(tab)).toEqual(['script-failed'])
    expect(await tab.evaluate(() => told.join())).toContain(`${'https://tracker.example'}/one.js`)
  })

  test('works in quirks mode', async () => {
    const tab = await visit({ body: page({ doctype: '', body: gated().inline }) }, '/quirks')
    expect(await tab.evaluate(() => document.compatMode)).toBe('BackCompat')
    const { box } = await tab.see(notice())
    expect(box).toMatchObject({ width: 448 })
    expect(box.y + box.height).toBeLessThan(800)
    await tab.click(button('notice.accept'))
    await expect
      .poll(() => noted(tab))
      .toEqual({ ran: ['inline', 'module', 'template'], faults: [], violations: [] })
  })

  test('works in a page that is XML', async () => {
    const held = 'type="text/plain" data-category="analytics"'
    const body = `<html xmlns="http://www.w3.org/1999/xhtml" lang="ru"><head><title>XML</title>
      <script src="/witness.js"/><script src="/kelisim/kelisim.js"/></head><body>
      <script ${held}>ran.push('inline')</script><script ${held} src="${TRACKER}/one.js"/>
      <template data-category="analytics"><p id="shown">Shown</p></template></body></html>`
    const headers = { 'content-type': 'application/xhtml+xml' }
    const tab = await visit({ headers, body }, '/page.xhtml')
    expect(await tab.evaluate(() => document.contentType)).toBe('application/xhtml+xml')
    await tab.click(button('notice.customise'))
    await tab.see(dialog())
    await tab.click(button('preferences.accept'))
    await expect
      .poll(() => noted(tab))
      .toEqual({ ran: ['inline', 'one'], faults: [], violations: [] })
    await tab.see('#shown')
  })

  test('runs a script out of a template in a page that is XML', async () => {
    const body = `<html xmlns="http://www.w3.org/1999/xhtml" lang="ru"><head><title>XML</title>
      <script src="/witness.js"/><script src="/kelisim/kelisim.js"/></head><body>
      <template data-category="analytics"><script>ran.push('template')</script></template>
      </body></html>`
    const headers = { 'content-type': 'application/xhtml+xml' }
    const tab = await visit({ headers, body }, '/template.xhtml')
    await tab.click(button('notice.accept'))
    await expect.poll(() => noted(tab)).toMatchObject({ ran: ['template'], faults: [] })
  })

  test('keeps the answer for the page in a sandbox without an origin', async () => {
    const body = page({ body: gated().inline })
    const tab = await visit({ headers: under('sandbox allow-scripts'), body }, '/sandbox')
    expect(await tab.evaluate(() => origin)).toBe('null')
    await tab.click(button('notice.accept'))
    await expect
      .poll(() => noted(tab))
      .toEqual({ ran: ['inline', 'module', 'template'], faults: [], violations: [] })
    expect(await toldCodes(tab)).toEqual(['storage-blocked'])
    await tab.reload()
    await tab.see(notice())
    expect(await noted(tab)).toEqual({ ran: [], faults: [], violations: [] })
  })
})
