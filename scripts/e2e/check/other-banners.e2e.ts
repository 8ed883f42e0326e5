import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { bundle } from '../../bench/bundle.ts'
import { engines } from '../engines.ts'
import { oldPage, openRivals, rivals } from '../pages/rivals.ts'
import { openShop, SHOP, shopPage } from '../pages/shop.ts'
import { type Site, startSite } from '../server.ts'
import { findingsOf, runCli, throughSite } from './run-cli.ts'

// None of them is told to delete what the counter keeps.
const LEFT = ['survived cookie: _counter -']

const FINDINGS = {
  'vanilla-cookieconsent': [...LEFT, 'no-way-back vanilla-cookieconsent -'],
  klaro: [...LEFT, 'no-policy -', 'no-way-back klaro -', 'unequal-buttons background -'],
  tarteaucitron: LEFT,
}

describe.runIf(engines.includes('chromium'))('npx kelisim check', () => {
  let site: Site

  beforeAll(async () => {
    site = await startSite()
    openShop(site)
    openRivals(site)
  })
  afterAll(() => site.close())

  // Most of their time they wait, and each drives a browser of its own.
  test.concurrent.each(rivals)('uses the banner of $product as a visitor does', async (rival) => {
    const words = ['check', oldPage(rival), '--json', ...throughSite(site)]
    const { code, stdout } = await runCli(words)
    const { banner, stages } = JSON.parse(stdout)
    expect([code, banner, stages]).toEqual([
      1,
      rival.product,
      ['first', 'refused', 'accepted', 'withdrawn'],
    ])
    const found = findingsOf(stdout).map((line) => line.replace(`${oldPage(rival)} `, ''))
    expect(found.sort()).toEqual([...FINDINGS[rival.product]].sort())
  })

  test.concurrent('uses the banner of c15t, which draws it with React', async () => {
    const entry = fileURLToPath(new URL('../../bench/files/c15t.js', import.meta.url))
    for (const [path, { body, type }] of await bundle(entry, 'c15t'))
      site.route(SHOP + path, { body, headers: { 'content-type': `text/${type}` } })
    site.route('https://tracker.example/gated-0.js', "localStorage.setItem('_gated', '1')")
    const [style, script] = ['/bundled/c15t.css', '/bundled/c15t.js']
    const head = `<link rel="stylesheet" href="${style}"><script type="module" src="${script}"></script>`
    const html = shopPage({ head, body: '<div id="consent"></div>' })
    site.route(`${SHOP}/c15t`, html.replace('<html', '<html data-gated="1"'))
    const { stdout } = await runCli(['check', `${SHOP}/c15t`, '--json', ...throughSite(site)])
    const { banner, stages } = JSON.parse(stdout)
    expect([banner, stages]).toEqual(['c15t', ['first', 'refused', 'accepted', 'withdrawn']])
    expect(findingsOf(stdout).join('\n')).toContain('survived local: _gated')
  })
})
