import { beforeAll, describe, expect, test } from 'vitest'
import { engines } from '../engines.ts'
import { recordedEvents } from '../pages/in-page.ts'
import { button, notice } from '../pages/words.ts'
import { setStage } from '../stage.ts'
import type { Tab } from '../tab.ts'
import { openWorld, page, tag } from './page.ts'

declare global {
  /** How often the storage of the frame's own site was asked for. */
  var asked: number
}

const HOST = 'https://top.example'
const OTHER = 'https://framed.example'
const HELD = '<script type="text/plain" data-category="analytics">ran.push("inline")</script>'
// A frame of another site that answers when it is told to, and says what it knows.
const TALKS = `<script>
  asked = 0
  for (const name of ['requestStorageAccess', 'requestStorageAccessFor'])
    if (document[name]) Document.prototype[name] = () => { asked += 1; return Promise.reject() }
  addEventListener('message', async ({ data }) => {
    if (data === 'accept') await kelisim.acceptAll()
    parent.postMessage({ ran, asked, status: kelisim.$status.get() }, '*')
  })
</script>`

describe.each(engines)('an answer in %s', (engine) => {
  const stage = setStage(engine)

  beforeAll(() => {
    openWorld(stage.site)
    stage.site.route(`${HOST}/`, page({ body: HELD }))
    const allowed = tag({ attributes: 'data-framed="allow"' })
    stage.site.route(`${OTHER}/`, page({ head: allowed, body: TALKS + HELD }))
    const frame = `<iframe src="${OTHER}/" title="Frame"></iframe>`
    stage.site.route(`${HOST}/around`, page({ body: frame + HELD }))
  })

  test('is whole or not there when its tab is closed in the middle of it', async () => {
    for (let round = 0; round < 4; round += 1) {
      const visitor = await stage.newVisitor()
      const tab = await visitor.newTab()
      await tab.goto(`${HOST}/`)
      await tab.see(notice())
      const answered = tab.evaluate(() => void kelisim.acceptAll()).catch(() => undefined)
      if (round > 1) await answered
      // WebKit ends with its last tab.
      const next = await visitor.newTab()
      await tab.close().catch(() => undefined)
      await next.goto(`${HOST}/`)
      const known = await next.evaluate(() => kelisim.$decision.get()?.categories ?? null)
      const whole = { functional: true, analytics: true, marketing: true }
      expect([null, whole]).toContainEqual(known)
      // What was kept has its record, what was not is asked.
      if (known) await expect.poll(() => recordedEvents(next)).toHaveLength(1)
      else await next.see(notice())
    }
  })

  test('in a frame of another site stays there, and asks for no more storage', async () => {
    const tab = await stage.newTab()
    await tab.goto(`${HOST}/around`)
    await tab.see(notice())
    const tell = (message: string) => tab.evaluate(tellFrame, message)
    await expect.poll(() => tell('state')).toMatchObject({ status: 'due', ran: [] })
    await tell('accept')
    await expect.poll(() => tell('state')).toEqual({ status: 'decided', ran: ['inline'], asked: 0 })
    // The page around it is another site, which nobody has answered.
    await tab.see(notice())
    expect(await tab.evaluate(() => [ran, kelisim.$status.get(), document.cookie])).toEqual([
      [],
      'due',
      '',
    ])
    // And so is the framed site by itself.
    await tab.goto(`${OTHER}/`)
    await tab.see(notice())
    await tab.click(button('notice.reject'))
    expect(await ranIn(tab)).toEqual([])
  })
})

const ranIn = (tab: Tab) => tab.evaluate(() => ran)

/** Runs in the page: says something to the frame, and hands on its answer. */
function tellFrame(message: string): Promise<object> {
  return new Promise((answer) => {
    addEventListener('message', ({ data }) => answer(data as object), { once: true })
    document.querySelector('iframe')?.contentWindow?.postMessage(message, '*')
  })
}
