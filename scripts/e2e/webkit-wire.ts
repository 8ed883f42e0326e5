import { writeFile } from 'node:fs/promises'
import { webDriverKey, type Key } from './keys.ts'
import { poll } from './poll.ts'
import type { BrowserCookie, Wire } from './tab.ts'
import type { Send, WebKitWindow } from './webkit-windows.ts'

const RESIZED_MS = 5_000

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
  // How much higher the window is than the page in it.
  let bars: number | undefined
  const resize = async (send: Send, width: number, height: number): Promise<void> => {
    await send('POST', '/window/rect', { width, height: height + (bars ?? 0) })
    // The page hears of its new size a moment later.
    const wanted = bars === undefined ? '' : ` && innerHeight === ${height}`
    const claim = `innerWidth === ${width}${wanted}`
    const innerHeight = await poll(
      async () => Number(await runIn(send, `String(${claim} && innerHeight)`)),
      RESIZED_MS,
      () => claim,
    )
    bars ??= height - innerHeight
    if (innerHeight !== height) await resize(send, width, height)
  }
  return {
    run: (expression: string) => window.use((send) => runIn(send, expression)),
    goto: (url) => window.use(async (send) => void (await send('POST', '/url', { url }))),
    screenshot: (path) =>
      window.use(async (send) =>
        writeFile(path, await send<string>('GET', '/screenshot'), 'base64'),
      ),
    setViewport: (width, height) => window.use((send) => resize(send, width, height)),
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
