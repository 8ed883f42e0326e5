import { beforeAll, describe, expect, test } from 'vitest'
import { engines } from '../engines.ts'
import { button, dialog, notice, reopenControl } from '../pages/words.ts'
import { setStage } from '../stage.ts'
import type { Tab } from '../tab.ts'
import { noted, openWorld, page, tag, toldCodes } from './page.ts'

const HOST = 'https://life.example'
const OTHER = 'https://other.example'
const HELD = 'type="text/plain" data-category="analytics"'
const INLINE = `<script ${HELD}>ran.push('inline')</script>`
// A framed page tells the page around it what it shows, whenever it is asked.
const TALKS = `<script>addEventListener('message', () => {
  const shown = document.querySelector('kelisim-view')?.shadowRoot.querySelector('section')
  const files = performance.getEntriesByType('resource').map(({ name }) => name)
  parent.postMessage({
    ran, told,
    notice: !!shown?.checkVisibility(),
    status: kelisim.$status.get(),
    asked: files.some((name) => /notice\\.ru\\.js/.test(name)),
  }, '*')
})</script>`

interface Framed {
  readonly ran: readonly string[]
  readonly told: readonly string[]
  readonly notice: boolean
  readonly status: string
  readonly asked: boolean
}

describe.each(engines)('the life of a page in %s', (engine) => {
  const stage = setStage(engine)

  beforeAll(() => {
    openWorld(stage.site)
    const body = `${TALKS}${INLINE}`
    stage.site.route(`${HOST}/inner`, page({ body }))
    stage.site.route(`${OTHER}/inner`, page({ body }))
    const allowed = tag({ attributes: 'data-framed="allow"' })
    stage.site.route(`${OTHER}/allowed`, page({ head: allowed, body }))
  })

  const visit = async (body: string, head = tag()) => {
    stage.site.route(`${HOST}/`, page({ head, body }))
    const tab = await stage.newTab()
    await tab.goto(`${HOST}/`)
    return tab
  }
  const frame = (src: string) =>
    `<iframe src="${src}" title="Frame" width="700" height="600"></iframe>`
  const askFrame = (tab: Tab) =>
    tab.evaluate(
      () =>
        new Promise<Framed>((answer) => {
          addEventListener('message', ({ data }) => answer(data as Framed), { once: true })
          document.querySelector('iframe')?.contentWindow?.postMessage('state', '*')
        }),
    )
  const hosts = (tab: Tab) =>
    tab.evaluate(() => document.querySelectorAll('kelisim-view, kelisim-reopen').length)

  test('has one notice where a frame of the same site has the tag too, and the frame follows', async () => {
    const tab = await visit(frame('/inner') + INLINE)
    await tab.see(notice())
    await expect.poll(() => askFrame(tab)).toMatchObject({ asked: true, status: 'due' })
    expect(await askFrame(tab)).toMatchObject({ notice: false, ran: [] })
    await tab.click(button('notice.accept'))
    await expect.poll(() => askFrame(tab)).toMatchObject({ status: 'decided', ran: ['inline'] })
    expect(await noted(tab)).toEqual({ ran: ['inline'], faults: [], violations: [] })
    expect(await askFrame(tab)).toMatchObject({ notice: false, told: [] })
  })

  test('asks nothing in a frame of another site, unless its owner allows that', async () => {
    const tab = await visit(frame(`${OTHER}/inner`), '')
    await expect.poll(() => askFrame(tab)).toMatchObject({ asked: true, status: 'due' })
    await tab.evaluate(() => new Promise((done) => setTimeout(done, 100)))
    expect(await askFrame(tab)).toMatchObject({ notice: false, status: 'due', ran: [], told: [] })
    const allowed = await visit(frame(`${OTHER}/allowed`), '')
    await expect.poll(() => askFrame(allowed)).toMatchObject({ notice: true, status: 'due' })
  })

  test('is asked of people whose phone is called a bot', async () => {
    const phone = `<script>
      Object.defineProperty(Navigator.prototype, 'userAgent', {
        get: () => 'Mozilla/5.0 (Linux; Android 14; CUBOT KINGKONG) AppleWebKit/537.36 bot crawler',
      })
      Object.defineProperty(Navigator.prototype, 'webdriver', { get: () => true })
    </script>`
    const tab = await visit(INLINE, phone + tag())
    await tab.see(notice())
    await tab.click(button('notice.accept'))
    await expect.poll(async () => (await noted(tab)).ran).toEqual(['inline'])
  })

  test('keeps the notice, the focus and the control through a swapped body', async () => {
    const tab = await visit('<input aria-label="Field">')
    await tab.see(notice())
    await tab.evaluate(() =>
      document.querySelector('kelisim-view')?.shadowRoot?.querySelector('button')?.focus(),
    )
    const focus = (await tab.focused())?.name
    const swap = () =>
      tab.evaluate(() => {
        const next = document.createElement('body')
        next.textContent = 'Next'
        document.body.replaceWith(next)
      })
    await swap()
    await tab.see(notice())
    expect((await tab.focused())?.name).toBe(focus)
    await tab.click(button('notice.reject'))
    await tab.see(reopenControl())
    await swap()
    await tab.click(reopenControl())
    await tab.see(dialog())
    expect(await noted(tab)).toMatchObject({ faults: [] })
  })

  test.each(['removes it', 'replaces all of its content'])(
    'has the notice back, once, after a page that %s',
    async (how) => {
      const tab = await visit('')
      await tab.see(notice())
      await tab.evaluate((isWhole) => {
        const root = document.documentElement
        if (isWhole) root.replaceChildren(document.head, document.createElement('body'))
        else document.querySelector('kelisim-view')?.remove()
      }, how.includes('all'))
      await tab.see(notice())
      expect(await hosts(tab)).toBe(1)
      await tab.click(button('notice.reject'))
      await tab.see(reopenControl())
      expect(await noted(tab)).toMatchObject({ faults: [] })
    },
  )

  test('can be ended and begun a hundred times without leaving anything behind', async () => {
    const tab = await visit(`<button data-kelisim="preferences">Выбор</button>${INLINE}`)
    await tab.see(notice())
    await tab.evaluate(async () => {
      for (let round = 0; round < 100; round += 1) {
        kelisim.destroy()
        // Also while the files of the interface are on their way.
        if (round % 10 === 0) await new Promise((done) => setTimeout(done, 20))
        kelisim.start()
        if (round % 7 === 0) await new Promise((done) => setTimeout(done, 20))
      }
      kelisim.onConsent(() => ran.push('heard'))
    })
    await tab.see(notice())
    expect(await hosts(tab)).toBe(1)
    await tab.click({ role: 'button', name: 'Выбор' })
    await tab.see(dialog())
    await tab.click(button('preferences.accept'))
    await tab.see(reopenControl())
    await expect.poll(async () => (await noted(tab)).ran).toEqual(['heard', 'inline'])
    expect(await hosts(tab)).toBe(2)
    await tab.evaluate(() => kelisim.destroy())
    expect(await hosts(tab)).toBe(0)
    await tab.click({ role: 'button', name: 'Выбор' })
    expect(await tab.find(dialog())).toBeNull()
    expect(await tab.evaluate(() => kelisim.$status.get())).toBe('idle')
    expect(await toldCodes(tab)).toEqual([])
    expect(await noted(tab)).toMatchObject({ faults: [] })
  })

  test('lets a modal dialog of the page go first, and comes back above everything', async () => {
    const own = `<dialog id="own"><h1>Возраст</h1><button onclick="this.parentNode.close()">18</button></dialog>`
    const tab = await visit(`${own}<script>document.querySelector('#own').showModal()</script>`)
    await tab.see({ role: 'heading', name: 'Возраст' })
    await tab.waitFor(() => document.querySelector('kelisim-view'))
    expect(await tab.find(notice())).toBeNull()
    await tab.click({ role: 'button', name: '18' })
    await tab.see(notice())
    expect(await tab.find(button('notice.accept'))).toMatchObject({ coveredBy: null })
    // And once more, opened while the notice is there.
    await tab.evaluate(() => document.querySelector<HTMLDialogElement>('#own')?.showModal())
    await tab.see({ role: 'heading', name: 'Возраст' })
    await tab.seeNo(notice())
    await tab.press('Escape')
    await tab.see(notice())
    await tab.click(button('notice.reject'))
    await tab.see(reopenControl())
  })

  test('is above whatever the page has put on top', async () => {
    const cover =
      '<div style="position: fixed; inset: 0; z-index: 2147483647; background: #fffc"></div>'
    const tab = await visit(cover)
    await tab.see(notice())
    await tab.evaluate((html) => document.body.insertAdjacentHTML('beforeend', html), cover)
    for (const key of ['notice.reject', 'notice.accept', 'notice.customise']) {
      expect(await tab.see(button(key))).toMatchObject({ coveredBy: null })
    }
    await tab.click(button('notice.customise'))
    expect(await tab.see(button('preferences.save'))).toMatchObject({ coveredBy: null })
    await tab.click(button('preferences.save'))
    await tab.seeNo(dialog())
  })

  test('keeps the place and the focus of a reader', async () => {
    const tab = await visit(
      `<div style="height: 3000px"><input aria-label="Field" style="margin-top: 1500px"></div>
       <script>scrollTo(0, 1200); document.querySelector('input').focus({ preventScroll: true })</script>`,
    )
    const place = () => tab.evaluate(() => [scrollY, document.activeElement?.tagName])
    await tab.see(notice())
    const before = await place()
    expect(before).toEqual([1_200, 'INPUT'])
    await tab.press('a')
    expect(await tab.find({ role: 'textbox' })).toMatchObject({ value: 'a' })
    await tab.evaluate(() => kelisim.rejectAll())
    await tab.seeNo(notice())
    expect(await place()).toEqual(before)
    await tab.evaluate(() => kelisim.showPreferences())
    await tab.see(dialog())
    await tab.press('Escape')
    await tab.seeNo(dialog())
    expect(await place()).toEqual(before)
    const locked = await tab.evaluate(() =>
      [document.documentElement, document.body].map((element) => [
        getComputedStyle(element).overflow,
        element.inert,
      ]),
    )
    expect(locked).toEqual([
      ['visible', false],
      ['visible', false],
    ])
  })
})
