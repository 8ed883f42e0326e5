import { beforeAll, describe, expect, test } from 'vitest'
import { pack } from '../../../packages/studio/src/project/share-link.ts'
import { quickEngines } from '../engines.ts'
import { serveAxe, violations } from '../pages/axe.ts'
import { LANGUAGES } from '../pages/words.ts'
import { setStage } from '../stage.ts'
import type { Tab } from '../tab.ts'
import { openStudio, STUDIO } from './studio-page.ts'

/** All kinds of fields, with something wrong in some. */
const FULL = {
  options: {
    operator: { name: 'ТОО «Дала»', bin: '12' },
    categories: ['analytics', { id: 'own', label: { ru: 'Своя' } }],
    services: [{ id: 'chat', category: 'own' }],
  },
  presets: { ga4: { id: 'G-AB12CD34EF' }, youtube: {}, 'top-100': {} },
  look: { colour: '#ffcc00' },
}
const READY = { presets: { ga4: { id: 'G-AB12CD34EF' } } }

describe.each(quickEngines)('Studio for everybody in %s', (engine) => {
  const stage = setStage(engine)

  beforeAll(() => {
    openStudio(stage.site)
    serveAxe(stage.site, STUDIO)
  })

  const show = async (tab: Tab, project: object, studio: string) => {
    await tab.goto(`${STUDIO}/?${studio}#${pack({ ...project, studio })}`)
    await tab.see('#service-search')
    await tab.evaluate(async () => {
      for (const part of document.querySelectorAll('details')) part.open = true
      const script = document.createElement('script')
      script.src = '/axe.js'
      document.head.append(script)
      await new Promise((done) => script.addEventListener('load', done))
    })
  }

  test.each([
    ['light', false, FULL],
    ['dark', true, READY],
  ] as const)('breaks no rule in %s colours', async (_, dark, project) => {
    const tab = await stage.newTab({ dark })
    for (const language of LANGUAGES) {
      await tab.setViewport(1280, 800)
      await show(tab, project, language)
      expect([language, ...(await violations(tab))]).toEqual([language])
      await tab.setViewport(360, 740)
      expect([language, ...(await violations(tab))]).toEqual([language])
      const width = await tab.evaluate(() => document.documentElement.scrollWidth)
      expect(width).toBeLessThanOrEqual(360)
    }
  })
})
