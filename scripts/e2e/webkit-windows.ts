import type { WebDriverSession } from './webdriver.ts'

/** Sends commands to one window. */
export type Send = WebDriverSession['command']

/** One window of a WebKit session, standing in for a tab. */
export interface WebKitWindow {
  /** Does some work with this window as the session's current one. */
  use<Result>(work: (send: Send) => Promise<Result>): Promise<Result>
  activate(): Promise<void>
  close(): Promise<void>
}

/** The windows of one session. */
export interface WebKitWindows {
  open(): Promise<WebKitWindow>
}

/** Keeps the windows of a session apart and one of them in front. */
export function createWindows(session: WebDriverSession): WebKitWindows {
  const handles = new Set<string>()
  let turns: Promise<unknown> = Promise.resolve()

  // A session has one current window, so work in two windows at a time must take turns.
  const use = <Result>(handle: string, work: (send: Send) => Promise<Result>) => {
    const turn = async () => {
      await session.command('POST', '/window', { handle })
      return work(session.command)
    }
    const result = turns.then(turn)
    turns = result.catch(() => undefined)
    return result
  }
  const activate = async (handle: string) => {
    // The screen has no window manager: a window in front is one that is not minimised.
    for (const other of handles) {
      if (other !== handle) await use(other, (send) => send('POST', '/window/minimize'))
    }
    await use(handle, async (send) => {
      const rect = await send<object>('GET', '/window/rect')
      await send('POST', '/window/rect', rect)
    })
  }
  const openHandle = async () => {
    if (handles.size === 0) return session.command<string>('GET', '/window')
    const type = { type: 'window' }
    return (await session.command<{ handle: string }>('POST', '/window/new', type)).handle
  }

  return {
    async open() {
      const handle = await openHandle()
      handles.add(handle)
      if (handles.size > 1) await activate(handle)
      return {
        use: (work) => use(handle, work),
        activate: () => activate(handle),
        async close() {
          handles.delete(handle)
          await use(handle, (send) => send('DELETE', '/window'))
        },
      }
    },
  }
}
