import { beforeAll, describe, expect, test } from 'vitest'
import { engines } from '../engines.ts'
import { openShop, SHOP, shopPage } from '../pages/shop.ts'
import { notice } from '../pages/words.ts'
import { setStage } from '../stage.ts'

const LINKS = Array.from(
  { length: 40 },
  (_, index) => `<p><a href="#${index}">Link ${index}</a></p>`,
)

describe.each(engines)('the focus of the page in %s', (engine) => {
  const stage = setStage(engine)

  beforeAll(() => openShop(stage.site))

  test('never ends up whole under the notice', async () => {
    stage.site.route(`${SHOP}/long`, shopPage({ body: LINKS.join('') }))
    const tab = await stage.newTab()
    await tab.setViewport(360, 640)
    await tab.goto(`${SHOP}/long`)
    await tab.see(notice())
    await tab.evaluate(() => document.querySelector('input')?.focus())
    const covered: string[] = []
    for (let turn = 0; turn < 25; turn++) {
      await tab.press('Tab')
      covered.push(
        await tab.evaluate(() => {
          const section = document
            .querySelector('kelisim-view')
            ?.shadowRoot?.querySelector('section')
          const box = document.activeElement?.getBoundingClientRect()
          const cover = section?.getBoundingClientRect()
          if (!box || !cover || document.activeElement?.localName !== 'a') return 'elsewhere'
          return box.top >= cover.top && box.bottom <= cover.bottom ? 'covered' : 'seen'
        }),
      )
    }
    expect(covered).toEqual(covered.map(() => 'seen'))
  })
})
