import { writeFile } from 'node:fs/promises'
import { webDriverKey, type Key } from './keys.ts'
import type { BrowserCookie, Wire } from './tab.ts'
import type { Send, WebKitWindow } from './webkit-windows.ts'

const ASYNC_RUN =
  'const done = arguments[arguments.length - 1]; ' +
  'const settle = async () => EXPRESSION; ' +
  'settle().then((text) => done({ text }), (error) => done({ error: `${error}` }))'

/** Makes the wire of a tab out of a window. */
export async function createWebKitWire(window: WebKitWindow): Promise<Wire> {
  const wire = { ...inputOf(window), ...pageOf(window), ...cookiesOf(window) }
  await wire.setViewport(1280, 800)
  return wire
}

function pageOf(window: WebKitWindow) {
  const runIn = async (send: Send, expression: string) => {
    const script = ASYNC_RUN.replace('EXPRESSION', () => expression)
    const outcome = await send<{ text?: string; error?: string }>('POST', '/execute/async', {
      script,
      args: [],
    })
    if (outcome.error !== undefined) throw new Error(outcome.error)
    return outcome.text ?? ''
  }
  return {
    run: (expression: string) => window.use((send) => runIn(send, expression)),
    goto: (url) => window.use(async (send) => void (await send('POST', '/url', { url }))),
    screenshot: (path) =>
      window.use(async (send) =>
        writeFile(path, await send<string>('GET', '/screenshot'), 'base64'),
      ),
    setViewport: (width, height) =>
      window.use(async (send) => {
        await send('POST', '/window/rect', { width, height })
        // The window is larger than the page in it by its own bars.
        const inner = await runIn(send, '`${innerWidth} ${innerHeight}`')
        const [innerWidth = width, innerHeight = height] = inner.split(' ').map(Number)
        if (innerWidth === width && innerHeight === height) return
        await send('POST', '/window/rect', {
          width: width + width - innerWidth,
          height: height + height - innerHeight,
        })
      }),
    emulate: async () => false,
    accessibilityTree: async () => null,
    activate: () => window.activate(),
    close: () => window.close(),
  } satisfies Partial<Wire>
}

function inputOf(window: WebKitWindow) {
  const pressKeys = (keys: readonly Key[]) =>
    window.use(async (send) => {
      const actions = keys.flatMap(strokes)
      await send('POST', '/actions', { actions: [{ type: 'key', id: 'keys', actions }] })
    })
  return {
    pressKeys,
    type: (text) => pressKeys([...text].map((key) => ({ modifiers: [], key }))),
    pressAt: (x, y) =>
      window.use(async (send) => {
        const actions = [
          {
            type: 'pointerMove',
            duration: 0,
            origin: 'viewport',
            x: Math.round(x),
            y: Math.round(y),
          },
          { type: 'pointerDown', button: 0 },
          { type: 'pointerUp', button: 0 },
        ]
        const parameters = { pointerType: 'mouse' }
        await send('POST', '/actions', {
          actions: [{ type: 'pointer', id: 'mouse', parameters, actions }],
        })
      }),
  } satisfies Partial<Wire>
}

function strokes({ modifiers, key }: Key): object[] {
  const down = (value: string) => ({ type: 'keyDown', value: webDriverKey(value) })
  const up = (value: string) => ({ type: 'keyUp', value: webDriverKey(value) })
  return [...modifiers.map(down), down(key), up(key), ...modifiers.map(up)]
}

interface WebDriverCookie extends Omit<BrowserCookie, 'expires' | 'sameSite'> {
  readonly expiry?: number
  readonly sameSite?: string
}

function cookiesOf(window: WebKitWindow) {
  return {
    cookies: () =>
      window.use(async (send) => {
        const cookies = await send<readonly WebDriverCookie[]>('GET', '/cookie')
        return cookies.map(({ expiry, sameSite, ...cookie }) => ({
          ...cookie,
          sameSite: sameSite ?? null,
          expires: expiry || null,
        }))
      }),
    setCookie: ({ expires, ...cookie }) =>
      window.use(async (send) => {
        const secure = (await send<string>('GET', '/url')).startsWith('https:')
        const expiry = expires === undefined ? {} : { expiry: expires }
        await send('POST', '/cookie', { cookie: { path: '/', secure, ...cookie, ...expiry } })
      }),
    deleteCookies: () => window.use(async (send) => void (await send('DELETE', '/cookie'))),
  } satisfies Partial<Wire>
}
