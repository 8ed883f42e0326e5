import { beforeAll, describe, expect, test } from 'vitest'
import { quickEngines } from '../engines.ts'
import { originOf, serveEmbeds, serveExample } from '../example-site.ts'
import { button } from '../pages/words.ts'
import { setStage } from '../stage.ts'
import type { Tab } from '../tab.ts'
import { ONCE, placeholder } from './embeds-page.ts'

declare const problems: string[]

const NAMES = ['YouTube', 'VK Video', 'Яндекс Карты', '2GIS']
const HOSTS = ['www.youtube-nocookie.com', 'vkvideo.ru', 'yandex.ru', 'widgets.2gis.com']

describe.each(quickEngines)('the example with video and maps in %s', (engine) => {
  const stage = setStage(engine)

  beforeAll(async () => {
    serveEmbeds(stage.site)
    await serveExample(stage.site, 'video-and-maps')
  })

  const open = async () => {
    const tab = await stage.newTab()
    await tab.goto(originOf('video-and-maps'))
    await tab.see(button('notice.accept'))
    return tab
  }
  const frames = (tab: Tab) =>
    tab.evaluate(() =>
      [...document.querySelectorAll<HTMLIFrameElement>('iframe[src]')].map(
        ({ src }) => new URL(src).host,
      ),
    )
  const abroad = () => stage.site.requests({ awayFrom: ['video-and-maps.example.kz'] })
  const problemsOf = (tab: Tab) => tab.evaluate(() => problems)

  test('stands in for each embed, and opens one alone', async () => {
    const tab = await open()
    await tab.click(button('notice.reject'))
    for (const name of NAMES) await tab.see(placeholder(name))
    expect(abroad()).toEqual([])
    await tab.click(ONCE)
    await tab.seeNo(placeholder('YouTube'))
    await expect.poll(() => frames(tab), { timeout: 5_000 }).toEqual(HOSTS.slice(0, 1))
    await tab.see(placeholder('VK Video'))
    expect(await problemsOf(tab)).toEqual([])
  })

  test('shows all of them once they are accepted, and on the next page', async () => {
    const tab = await open()
    await tab.click(button('notice.accept'))
    await expect.poll(() => frames(tab), { timeout: 5_000 }).toEqual(HOSTS)
    await tab.reload()
    await expect.poll(() => frames(tab), { timeout: 5_000 }).toEqual(HOSTS)
    expect(await tab.find('kelisim-placeholder')).toBeNull()
    expect(await problemsOf(tab)).toEqual([])
  })
})
