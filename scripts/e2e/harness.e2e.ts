import { beforeAll, describe, expect, test } from 'vitest'
import { quickEngines } from './engines.ts'
import { setStage } from './stage.ts'

const SHOP = 'https://shop.example.com.kz'

const PAGE = `<!doctype html><meta charset="utf-8"><title>Shop</title>
<a href="/next">Next</a><div id="host"></div>
<script>
  window.heard = []
  addEventListener('pageshow', (event) => heard.push('pageshow ' + event.persisted))
  const root = document.querySelector('#host').attachShadow({ mode: 'open' })
  root.innerHTML = '<button>Принять все</button><button aria-label="Закрыть">x</button>' +
    '<label><input type="checkbox"> Статистика</label>'
  for (const type of ['click', 'keydown'])
    root.addEventListener(type, ({ target, isTrusted }) =>
      heard.push([type, target.textContent, isTrusted].join(' ')))
</script>`

declare const heard: string[]

describe.each(quickEngines)('in %s', (engine) => {
  const stage = setStage(engine)

  beforeAll(() => {
    stage.site.route(`${SHOP}/`, PAGE)
    stage.site.route(`${SHOP}/next`, '<!doctype html><h1>Next</h1>')
  })

  const openShop = async () => {
    const tab = await stage.newTab()
    await tab.goto(`${SHOP}/`)
    return tab
  }

  test('reads a __Host- cookie back over https', async () => {
    const tab = await openShop()
    const read = await tab.evaluate(() => {
      document.cookie = '__Host-choice=1; Path=/; Secure; SameSite=Lax'
      return document.cookie
    })
    expect(read).toBe('__Host-choice=1')
    expect(await tab.cookies()).toMatchObject([
      { name: '__Host-choice', domain: 'shop.example.com.kz', secure: true, expires: null },
    ])
  })

  test('gives every visitor an empty cookie jar', async () => {
    const first = await openShop()
    await first.setCookie({ name: 'seen', value: 'yes' })
    expect(await first.evaluate(() => document.cookie)).toBe('seen=yes')
    const second = await openShop()
    expect(await second.evaluate(() => document.cookie)).toBe('')
    await first.deleteCookies()
    expect(await first.evaluate(() => document.cookie)).toBe('')
  })

  test('clicks inside a shadow root with real input', async () => {
    const tab = await openShop()
    await tab.click({ role: 'button', name: 'Принять все' })
    await tab.click({ role: 'button', name: /закр/i })
    await tab.click({ role: 'checkbox', name: 'Статистика' })
    expect(await tab.evaluate(() => heard)).toEqual([
      'pageshow false',
      'click Принять все true',
      'click x true',
      'click  true',
    ])
    expect(await tab.find({ role: 'checkbox' })).toMatchObject({ checked: true, focused: true })
  })

  test('refuses to click what is covered', async () => {
    const tab = await openShop()
    await tab.evaluate(() => {
      const cover = document.createElement('aside')
      cover.style.cssText = 'position: fixed; inset: 0'
      document.body.append(cover)
    })
    const click = tab.click({ role: 'link', name: 'Next' }, 300)
    await expect(click).rejects.toThrow('covered by aside')
  })

  test('moves the focus by Tab and presses with Enter', async () => {
    const tab = await openShop()
    await tab.press('Tab')
    expect(await tab.focused()).toMatchObject({ role: 'link', name: 'Next' })
    await tab.press('Tab', 'Tab', 'Shift+Tab')
    expect(await tab.focused()).toMatchObject({ role: 'button', name: 'Принять все' })
    await tab.press('Enter')
    expect(await tab.evaluate(() => heard)).toContain('click Принять все true')
  })

  test('types into a field', async () => {
    stage.site.route(`${SHOP}/form`, '<!doctype html><label>Имя <input></label>')
    const tab = await stage.newTab()
    await tab.goto(`${SHOP}/form`)
    await tab.click({ role: 'textbox', name: 'Имя' })
    await tab.type('Асель 7')
    expect(await tab.find({ role: 'textbox' })).toMatchObject({ value: 'Асель 7' })
  })

  test('logs requests to third parties', async () => {
    const tab = await openShop()
    expect(stage.site.requests({ awayFrom: ['shop.example.com.kz'] })).toEqual([])
    await tab.evaluate(() => {
      new Image().src = 'https://tracker.example/pixel?id=7'
    })
    await expect
      .poll(() => stage.site.requests({ host: 'tracker.example' }).map(({ url }) => url.href))
      .toEqual(['https://tracker.example/pixel?id=7'])
  })

  test('shares cookies and broadcasts between the tabs of one visitor', async () => {
    const visitor = await stage.newVisitor()
    const [left, right] = [await visitor.newTab(), await visitor.newTab()]
    await left.goto(`${SHOP}/`)
    await right.goto(`${SHOP}/`)
    await left.evaluate(() => {
      new BroadcastChannel('talk').addEventListener('message', ({ data }) => heard.push(data))
    })
    await right.evaluate(() => {
      document.cookie = 'shared=1'
    })
    // WebKit opens a channel in another process and loses what is said before it is open.
    const greet = async () => {
      await right.evaluate(() => new BroadcastChannel('talk').postMessage('hello'))
      return left.evaluate(() => heard.includes('hello'))
    }
    await expect.poll(greet, { timeout: 5_000 }).toBe(true)
    expect(await left.evaluate(() => document.cookie)).toBe('shared=1')
  })

  test('shows one tab of a visitor at a time', async () => {
    const visitor = await stage.newVisitor()
    const [left, right] = [await visitor.newTab(), await visitor.newTab()]
    const states = () =>
      Promise.all([left, right].map((tab) => tab.evaluate(() => document.visibilityState)))
    expect(await states()).toEqual(['hidden', 'visible'])
    await left.activate()
    expect(await states()).toEqual(['visible', 'hidden'])
    await right.close()
    expect(await left.url()).toBe('about:blank')
  })

  test('honours the security policy of a page, and looks into it all the same', async () => {
    const headers = {
      'content-security-policy':
        "script-src 'nonce-n'; style-src 'none'; require-trusted-types-for 'script'",
    }
    const body = `<!doctype html><script nonce="n">window.ran = ['nonce']</script>
      <script>ran.push('inline')</script><p>Strict</p>`
    stage.site.route(`${SHOP}/strict`, { headers, body })
    const tab = await stage.newTab()
    await tab.goto(`${SHOP}/strict`)
    expect(await tab.evaluate(() => (globalThis as unknown as { ran: string[] }).ran)).toEqual([
      'nonce',
    ])
    expect(await tab.see('p')).toMatchObject({ text: 'Strict' })
  })

  test('reloads', async () => {
    const tab = await openShop()
    await tab.evaluate(() => heard.push('mark'))
    await tab.reload()
    expect(await tab.evaluate(() => heard)).toEqual(['pageshow false'])
  })

  test('goes back to a page kept in the back/forward cache, and reloads that', async () => {
    const tab = await openShop()
    await tab.click({ role: 'link', name: 'Next' })
    await tab.see({ role: 'heading', name: 'Next' })
    await tab.back()
    expect(await tab.url()).toBe(`${SHOP}/`)
    expect(await tab.evaluate(() => heard)).toEqual(['pageshow false', 'pageshow true'])
    await tab.reload()
    expect(await tab.evaluate(() => heard)).toEqual(['pageshow false'])
  })

  test('reaches a Cyrillic host, plain http, and loopback without the proxy', async () => {
    const tab = await stage.newTab()
    stage.site.route('/where', '<!doctype html><p>here')
    const { port } = stage.site
    const places = [
      'https://пример.рф/where',
      'http://plain.example/where',
      `http://127.0.0.1:${port}/where`,
      `http://localhost:${port}/where`,
    ]
    for (const place of places) {
      await tab.goto(place)
      expect(await tab.see('p')).toMatchObject({ text: 'here' })
    }
    expect(stage.site.requests({ host: 'пример.рф' })).toHaveLength(1)
  })

  test('stops at the DOM while a script of the page hangs', async () => {
    stage.site.route('https://slow.example/hang.js', { hang: true })
    stage.site.route(
      `${SHOP}/slow`,
      '<!doctype html><script async src="https://slow.example/hang.js"></script><p>Ready',
    )
    const tab = await stage.newTab()
    await tab.goto(`${SHOP}/slow`, 'dom')
    expect(await tab.find('p')).toMatchObject({ text: 'Ready' })
    expect(await tab.evaluate(() => document.readyState)).toBe('interactive')
  })

  test('shows a page as a phone and as a person who likes it dark', async () => {
    const tab = await stage.newTab({ dark: true, reducedMotion: true })
    await tab.goto(`${SHOP}/`)
    await tab.setViewport(320, 640)
    expect(
      await tab.evaluate(() => ({
        width: innerWidth,
        dark: matchMedia('(prefers-color-scheme: dark)').matches,
        still: matchMedia('(prefers-reduced-motion: reduce)').matches,
      })),
    ).toEqual({ width: 320, dark: true, still: true })
  })
})
