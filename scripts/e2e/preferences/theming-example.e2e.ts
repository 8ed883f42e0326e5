import { describe, expect, test } from 'vitest'
import { quickEngines } from '../engines.ts'
import { originOf, serveExample } from '../example-site.ts'
import { setStage } from '../stage.ts'

declare const problems: string[]

describe.each(quickEngines)('the example of theming in %s', (engine) => {
  const stage = setStage(engine)

  test('shows every layout, and a part where it is', async () => {
    await serveExample(stage.site, 'theming')
    const tab = await stage.newTab()
    await tab.goto(`${originOf('theming')}/`)
    const region = { role: 'region', name: 'Cookies' }
    await tab.see(region)
    for (const layout of ['bar', 'center', 'inline']) {
      await tab.evaluate((value) => {
        const select = document.querySelector<HTMLSelectElement>('[name=layout]')
        if (select) select.value = value
        select?.dispatchEvent(new Event('change', { bubbles: true }))
      }, layout)
      await expect
        .poll(() =>
          tab.evaluate(() =>
            [...document.querySelectorAll('kelisim-view, kelisim-inline')]
              .map(({ shadowRoot }) => shadowRoot?.querySelector('section')?.className ?? '')
              .join(''),
          ),
        )
        .toContain(layout)
    }
    await tab.click('#parts [name=more]')
    const outline = await tab.evaluate(() => {
      const root = document.querySelector('kelisim-inline')?.shadowRoot
      return getComputedStyle(root?.querySelector('[part=more]') ?? document.body).outlineStyle
    })
    expect(outline).toBe('dashed')
    expect(await tab.evaluate(() => problems)).toEqual([])
  })
})
