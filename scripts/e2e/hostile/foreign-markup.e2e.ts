import { beforeAll, describe, expect, test } from 'vitest'
import { quickEngines } from '../engines.ts'
import { button, dialog, notice, reopenControl, toggle } from '../pages/words.ts'
import { unfoldAll } from '../pages/unfold.ts'
import { setStage } from '../stage.ts'
import type { Tab } from '../tab.ts'
import { noted, openWorld, page, tag, toldCodes, TRACKER } from './page.ts'

const HOST = 'https://forum.example'
const NOTHING = { ran: [], faults: [], violations: [] }

// What a careless sanitiser lets through: names, classes, parts, our attributes and elements.
const GRANTS = ['accept-all', 'accept', 'save', 'grant', 'showBanner', 'destroy', '__proto__', '']
const COMMENTS = `
  ${GRANTS.map((act) => `<button class="act" data-kelisim="${act}">${act} it</button>`).join('')}
  <kelisim-view class="kelisim" part="notice"><button part="choice">Fake</button></kelisim-view>
  <kelisim-reopen data-kelisim-config='{"categories":[]}'></kelisim-reopen>
  <div data-kelisim-config>{"categories":[]}</div>
  <div data-category="necessary" data-kelisim-src="${TRACKER}/one.js" data-src="${TRACKER}/one.js">
    <img alt="" data-category="necessary" data-kelisim-src="${TRACKER}/one.js" data-src="${TRACKER}/one.js">
  </div>
  <div id="__Host-kelisim" class="kelisim-view" data-service="counter" data-type="module"></div>`

const BAD_ADDRESSES = [
  "javascript:ran.push('script')",
  "JaVaScRiPt:ran.push('case')",
  "java\tscript:ran.push('tab')",
  "\u0001 javascript:ran.push('space')",
  "&#106;avascript:ran.push('entity')",
  "data:text/javascript,ran.push('data')",
  "vbscript:ran.push('vb')",
  'http://tracker.example/one.js',
  'ftp://tracker.example/one.js',
  'file:///etc/hosts',
  'about:blank',
]

describe.each(quickEngines)('foreign markup in %s', (engine) => {
  const stage = setStage(engine)

  beforeAll(() => openWorld(stage.site))

  const visit = async (body: string, [width, height] = [1280, 800]) => {
    stage.site.route(`${HOST}/`, body)
    const tab = await stage.newTab()
    await tab.setViewport(width ?? 0, height ?? 0)
    await tab.goto(`${HOST}/`)
    await tab.see(notice())
    return tab
  }
  const state = (tab: Tab) =>
    tab.evaluate(() => ({
      status: kelisim.$status.get(),
      cookie: document.cookie,
      stored: localStorage.length,
    }))

  test('grants, deletes and runs nothing, whatever of ours it is named after', async () => {
    const held = `<script type="text/plain" data-category="analytics">ran.push('held')</script>`
    const tab = await visit(page({ body: COMMENTS + held }))
    for (const act of GRANTS) await tab.click({ role: 'button', name: `${act} it`.trim() })
    await tab.click('kelisim-view.kelisim button')
    expect(await state(tab)).toEqual({ status: 'due', cookie: '', stored: 0 })
    expect(await noted(tab)).toEqual(NOTHING)
    await tab.see(notice())
    expect(stage.site.requests({ host: 'tracker.example' })).toEqual([])

    await tab.click(button('notice.accept'))
    await expect.poll(() => noted(tab)).toEqual({ ...NOTHING, ran: ['held'] })
    const before = await state(tab)
    for (const act of GRANTS) await tab.click({ role: 'button', name: `${act} it`.trim() })
    expect(await state(tab)).toMatchObject({ status: 'decided', cookie: before.cookie })
    await tab.see(reopenControl())
    expect(stage.site.requests({ host: 'tracker.example' })).toEqual([])
  })

  test('may open the preferences, from any element and at any time', async () => {
    const tab = await visit(
      page({ body: '<a href="#x" data-kelisim="preferences"><b>Выбор</b></a>' }),
    )
    await tab.click({ role: 'link', name: 'Выбор' })
    await tab.see(dialog())
    await tab.press('Escape')
    await tab.seeNo(dialog())
    await tab.evaluate(() => {
      document.body.innerHTML = '<span role="button" data-kelisim="preferences">Поздний</span>'
    })
    await tab.click({ role: 'button', name: 'Поздний' })
    await tab.see(dialog())
    expect(await state(tab)).toMatchObject({ status: 'due', cookie: '' })
    expect(new URL(await tab.url()).hash).toBe('')
  })

  test('cannot click or tick its way to a grant', async () => {
    const tab = await visit(page())
    const clickAll = () =>
      tab.evaluate(() => {
        const root = document.querySelector('kelisim-view')?.shadowRoot
        const controls = root?.querySelectorAll<HTMLElement>('button, input') ?? []
        for (const control of controls) {
          if (/Отклонить|Kaz|Қаз|Рус|Eng/.test(control.textContent)) continue
          control.click()
          control.dispatchEvent(new MouseEvent('click', { bubbles: true, detail: 1 }))
          control.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true }))
          control.dispatchEvent(new Event('change', { bubbles: true }))
        }
      })
    await clickAll()
    expect(await state(tab)).toMatchObject({ status: 'due', cookie: '' })
    await tab.see(dialog())
    await tab.see(toggle('marketing'))
    await clickAll()
    expect(await tab.evaluate(() => kelisim.$decision.get()?.categories ?? null)).not.toMatchObject(
      {
        marketing: true,
      },
    )
    expect(await tab.evaluate(() => kelisim.acceptedCategory('marketing'))).toBe(false)
  })

  test('is refused where an address is no https one', async () => {
    const held = 'type="text/plain" data-category="analytics"'
    const body = BAD_ADDRESSES.map(
      (address) => `<script ${held} src="${address}"></script>
        <script ${held} data-src="${address}"></script>
        <iframe data-category="analytics" data-kelisim-src="${address}" title="x"></iframe>`,
    ).join('')
    const tab = await visit(page({ body }))
    await tab.evaluate(() => {
      const blob = URL.createObjectURL(new Blob(["ran.push('blob')"], { type: 'text/javascript' }))
      for (const name of ['src', 'data-src']) {
        const script = document.createElement('script')
        script.type = 'text/plain'
        script.dataset['category'] = 'analytics'
        script.setAttribute(name, blob)
        document.body.append(script)
      }
    })
    await tab.click(button('notice.accept'))
    await expect.poll(async () => (await toldCodes(tab)).length).toBe(BAD_ADDRESSES.length * 3 + 2)
    // Some are addresses that the browser itself does not load.
    expect(new Set(await toldCodes(tab))).toEqual(new Set(['bad-url', 'script-failed']))
    expect(await noted(tab)).toEqual(NOTHING)
    const frames = await tab.evaluate(() =>
      [...document.querySelectorAll('iframe')].filter((frame) => frame.hasAttribute('src')),
    )
    expect(frames).toEqual([])
    expect(stage.site.requests({ awayFrom: ['forum.example'] })).toEqual([])
  })

  test('is refused where a service of the owner hands on such an address', async () => {
    const service = `<script>
      window.kelisim = [{ services: [{
        id: 'counter', category: 'analytics',
        load: ({ loadScript }) => Promise.all(${JSON.stringify(
          BAD_ADDRESSES.map((address) => address.replace('&#106;', 'j')),
        )}.map((address) => loadScript(address)
          .then(() => ran.push(address), (error) => told.push(String(error))))),
      }] }]
    </script>`
    const tab = await visit(page({ head: service + tag() }))
    await tab.click(button('notice.accept'))
    await expect.poll(() => tab.evaluate(() => told.length)).toBe(BAD_ADDRESSES.length)
    expect(new Set(await toldCodes(tab))).toEqual(new Set(['bad-url']))
    expect(await noted(tab)).toEqual(NOTHING)
  })

  test.each(['javascript:alert(1)', 'java\tscript:alert(1)', 'data:text/html,x', 'blob:x'])(
    'leaves out a link to a policy at %j',
    async (url) => {
      const services = [{ id: 'counter', category: 'analytics', privacyUrl: url }]
      const tab = await visit(page({ head: tag({ options: { policy: { url }, services } }) }))
      await tab.click(button('notice.customise'))
      await tab.see(dialog())
      await unfoldAll(tab)
      await tab.see('[part=service] .facts')
      await tab.see({ role: 'heading', name: 'counter' })
      const links = await tab.evaluate(() =>
        [...(document.querySelector('kelisim-view')?.shadowRoot?.querySelectorAll('a') ?? [])].map(
          ({ href }) => href,
        ),
      )
      expect(links).toEqual([])
    },
  )

  test('is shown as text in every place where the owner writes', async () => {
    const markup = (name: string) => `<img src=x onerror="ran.push('${name}')"><b>${name}</b>`
    const options = {
      operator: { name: markup('operator'), address: markup('address'), email: markup('email') },
      categories: [{ id: 'ads', label: markup('label'), description: markup('description') }],
      services: [
        {
          id: 'one',
          category: 'ads',
          name: markup('service'),
          vendor: markup('vendor'),
          country: 'KZ',
        },
      ],
      texts: { ru: { 'notice.body': markup('text'), 'notice.allow': markup('button') } },
    }
    const tab = await visit(page({ head: tag({ options }) }))
    expect(await tab.see(notice())).toMatchObject({
      text: expect.stringContaining(markup('operator')),
    })
    await tab.see({ role: 'button', name: markup('button') })
    await tab.click(button('notice.details'))
    await tab.see({ role: 'heading', name: markup('label') })
    await unfoldAll(tab)
    await tab.see({ role: 'heading', name: markup('service') })
    const text = async () => (await tab.see(dialog())).text
    for (const name of ['address', 'email', 'label', 'description', 'vendor']) {
      await expect.poll(text).toContain(markup(name))
    }
    const made = await tab.evaluate(
      () => document.querySelector('kelisim-view')?.shadowRoot?.querySelectorAll('img').length,
    )
    expect(made).toBe(0)
    expect(await noted(tab)).toEqual(NOTHING)
  })

  test('takes no object for an element', async () => {
    const shape = { type: 'img', props: { src: 'x', onerror: 'ran.push(1)' }, __v: 1, key: null }
    const options = {
      operator: { name: shape },
      categories: ['analytics'],
      services: [
        { id: 'one', category: 'analytics', name: shape, vendor: [shape], purpose: shape },
      ],
    }
    const tab = await visit(page({ head: tag({ options }) }))
    await tab.click(button('notice.details'))
    await tab.see(dialog())
    await unfoldAll(tab)
    await tab.see('[part=service] .facts')
    const made = await tab.evaluate(
      () => document.querySelector('kelisim-view')?.shadowRoot?.querySelectorAll('img').length,
    )
    expect(made).toBe(0)
    expect(await noted(tab)).toEqual(NOTHING)
  })
})
