import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { engines } from '../engines.ts'
import { oldPage, openRivals, rivals } from '../pages/rivals.ts'
import { openShop } from '../pages/shop.ts'
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

  test.each(rivals)('uses the banner of $product as a visitor does', async (rival) => {
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
})
