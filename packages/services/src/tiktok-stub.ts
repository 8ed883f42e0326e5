/** What TikTok's script is called by, `track` before what elements with the id `ttq` may have. */
export const TTQ_METHODS = [
  'track',
  'page',
  'identify',
  'instances',
  'debug',
  'on',
  'off',
  'once',
  'ready',
  'alias',
  'group',
  'enableCookie',
  'disableCookie',
  'holdConsent',
  'grantConsent',
  'revokeConsent',
]

type Queue = unknown[] & Record<string, unknown>

/** Address of TikTok's script, without the pixel. */
export const TIKTOK = 'https://analytics.tiktok.com/i18n/pixel/events.js'

/** Makes the list of calls that TikTok's script reads, with one pixel in it. */
export function makeTtq(id: string): unknown {
  const own: Queue = Object.assign([] as unknown[] as Queue, { _u: TIKTOK })
  const ttq: Queue = Object.assign([] as unknown[] as Queue, {
    methods: TTQ_METHODS,
    _i: { [id]: own },
    _t: { [id]: Date.now() },
    _o: { [id]: {} },
    setAndDefer,
    instance: () => withMethods(own),
  })
  return withMethods(ttq)
}

function withMethods(queue: Queue): Queue {
  for (const method of TTQ_METHODS) setAndDefer(queue, method)
  return queue
}

function setAndDefer(queue: Queue, method: string): void {
  queue[method] = (...args: readonly unknown[]) => void queue.push([method, ...args])
}
