import { beforeAll, describe, expect, test } from 'vitest'
import { engines } from '../engines.ts'
import '../pages/in-page.ts'
import { notice } from '../pages/words.ts'
import { setStage } from '../stage.ts'
import { HELD_VIDEO, openSchool, placeholder, SCHOOL, schoolPage } from './embeds-page.ts'

const LEAKS = `${HELD_VIDEO}
<noscript><div><img src="https://counter.example/watch/1" alt=""></div></noscript>
<link rel="preconnect" href="https://i.video.example">
<iframe src="https://www.video.example/embed/2"></iframe>`

describe.each(engines)('a page that contacts services early, in %s', (engine) => {
  const stage = setStage(engine)

  beforeAll(() => openSchool(stage.site))

  test('is told so by the file for development, with what to repair', async () => {
    const page = schoolPage(LEAKS).replace('kelisim.js', 'kelisim.dev.js')
    stage.site.route(`${SCHOOL}/`, page)
    const tab = await stage.newTab()
    await tab.goto(`${SCHOOL}/`)
    await tab.see(notice())
    await expect
      .poll(() => tab.evaluate(() => [...heard].sort()), { timeout: 5_000 })
      .toEqual(['early-contact', 'leaking-noscript', 'not-held'])
    const fetched = () => stage.site.requests({ path: '/kelisim/check.js' })
    expect(fetched()).toHaveLength(1)
  })

  test('costs visitors no check', async () => {
    stage.site.route(`${SCHOOL}/`, schoolPage(LEAKS))
    const tab = await stage.newTab()
    await tab.goto(`${SCHOOL}/`)
    await tab.see(placeholder('Video'))
    expect(await tab.evaluate(() => heard)).toEqual([])
    expect(stage.site.requests({ path: '/kelisim/check.js' })).toEqual([])
  })
})
