import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Demo, startDemo } from '../../demo/demo.ts'
import { engines } from '../engines.ts'
import { setStage } from '../stage.ts'
import { inPreview } from './studio-page.ts'

// WebKit asks the harness for loopback addresses, too, and it knows nothing of this server.
describe.each(engines.filter((engine) => engine !== 'webkit'))(
  'beside the demo in %s',
  (engine) => {
    const stage = setStage(engine)
    let demo: Demo | undefined

    beforeAll(async () => {
      demo = await startDemo('plain-html', 0)
    })
    afterAll(() => demo?.close())

    test('Studio is served and linked, and shows the notice', async () => {
      const tab = await stage.newTab()
      await tab.goto(demo?.url ?? '')
      await tab.click({ role: 'button', name: 'Принять все' })
      await tab.click({ role: 'link', name: 'Настроить баннер для своего сайта' })
      await tab.see('#service-search')
      await expect.poll(() => inPreview(tab, 'section button'), { timeout: 5_000 }).toBeTruthy()
      expect(await tab.url()).toContain('/studio/')
    })
  },
)
