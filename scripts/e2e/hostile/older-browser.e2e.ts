import { beforeAll, describe, expect, test } from 'vitest'
import { engines } from '../engines.ts'
import { button, dialog, notice, reopenControl } from '../pages/words.ts'
import { setStage } from '../stage.ts'
import { openWorld, page, tag } from './page.ts'

const HOST = 'https://older.example'
const PLAIN = 'http://older.example'

/** Takes away what browsers of the last years came to have, or have on https only. */
const WITHOUT = `<script>
  for (const [owner, ...names] of [
    [window, 'BroadcastChannel', 'cookieStore', 'CookieStore', 'requestIdleCallback', 'scheduler', 'trustedTypes'],
    [Crypto.prototype, 'randomUUID', 'subtle'],
    [Navigator.prototype, 'locks', 'globalPrivacyControl', 'connection', 'sendBeacon'],
    [Element.prototype, 'moveBefore'],
    [Intl, 'DisplayNames'],
  ]) for (const name of names) delete owner[name]
</script>`
/** Makes every stylesheet of ours an empty one. */
const UNSTYLED = '<script>CSSStyleSheet.prototype.replaceSync = () => {}</script>'

describe.each(engines)('the banner in %s', (engine) => {
  const stage = setStage(engine)

  beforeAll(() => {
    openWorld(stage.site)
    for (const [path, before] of [
      ['/older', WITHOUT],
      ['/unstyled', UNSTYLED],
    ] as const)
      for (const host of [HOST, PLAIN])
        stage.site.route(host + path, page({ head: before + tag({}), lang: 'ru' }))
  })

  test.each([HOST, PLAIN])('works at %s where newer interfaces are missing', async (host) => {
    const tab = await stage.newTab()
    await tab.goto(`${host}/older`)
    await tab.click(button('notice.customise'))
    await tab.see(dialog())
    await tab.click(button('preferences.accept'))
    await tab.seeNo(dialog())
    await tab.reload()
    await tab.see(reopenControl())
    const state = await tab.evaluate(async () => ({
      status: kelisim.$status.get(),
      accepted: kelisim.acceptedCategory('analytics'),
      records: (await kelisim.records()).map(({ event }) => event),
      faults,
    }))
    expect(state).toEqual({ status: 'decided', accepted: true, records: ['granted'], faults: [] })
  })

  test('can be read and used without its styles', async () => {
    const tab = await stage.newTab()
    await tab.goto(`${HOST}/unstyled`)
    for (const key of ['notice.accept', 'notice.customise', 'notice.reject'])
      await tab.see(button(key))
    expect((await tab.see(notice())).text).toContain('Необходимые файлы cookie')
    await tab.click(button('notice.reject'))
    await tab.seeNo(notice())
    expect(await tab.evaluate(() => [kelisim.$status.get(), faults.length])).toEqual(['decided', 0])
  })
})
