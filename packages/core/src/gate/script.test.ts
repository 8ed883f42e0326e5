// @vitest-environment happy-dom
import { afterEach, expect, test, vi } from 'vitest'
import { gateOnPage, settled } from './testing/gate-on-page.ts'

const HELD = 'type="text/plain" data-category="analytics"'
const attributesOf = (element: Element) =>
  Object.fromEntries([...element.attributes].map(({ name, value }) => [name, value]))

afterEach(() => {
  vi.unstubAllGlobals()
  vi.useRealTimers()
})

test('runs a script where it stands, with its own attributes and text', async () => {
  const { decide, only, told } = gateOnPage(
    `<p></p><script ${HELD} id="own" crossorigin="anonymous">ran = 1</script><b></b>`,
  )
  const held = only('script')
  await decide('analytics')
  const live = only('script')
  expect(live).not.toBe(held)
  expect([...document.body.children].map(({ localName }) => localName)).toEqual([
    'p',
    'script',
    'b',
  ])
  expect(attributesOf(live)).toMatchObject({ id: 'own', crossorigin: 'anonymous' })
  expect([live.text, live.hasAttribute('type'), live.async]).toEqual(['ran = 1', false, true])
  expect(told).toEqual([])
})

test('gives a script the type it is to have, and keeps the order of deferred ones', async () => {
  const { decide, only } = gateOnPage(`<script ${HELD} data-type="module" defer>x</script>`)
  await decide('analytics')
  expect([only('script').type, only('script').async]).toEqual(['module', false])
})

test('reads the address from data-src where src is not there', async () => {
  const { decide, only } = gateOnPage(
    `<script ${HELD} id="a" data-src="https://a.example/1.js"></script>
     <script ${HELD} id="b" src="https://b.example/1.js" data-src="https://c.example/1.js"></script>`,
  )
  await decide('analytics')
  expect(only('#a').src).toBe('https://a.example/1.js')
  expect(only('#b').src).toBe('https://b.example/1.js')
})

test.each(['javascript:alert(1)', 'data:text/javascript,1', 'blob:https://x/1', 'xhttps://a.b/'])(
  'leaves a script held whose address is %s, and says so',
  async (src) => {
    const { decide, only, told } = gateOnPage(`<script ${HELD} src="${src}"></script>`)
    await decide('analytics')
    expect(only('script').type).toBe('text/plain')
    expect(told).toEqual(['bad-url <script>'])
  },
)

test('lends its nonce to no script that does not carry it', async () => {
  const { decide, only, told } = gateOnPage(
    `<script ${HELD} id="none">1</script>
     <script ${HELD} id="other" nonce="b">1</script>
     <script ${HELD} id="same" nonce="a">1</script>`,
    { options: { nonce: 'a' } },
  )
  await decide('analytics')
  expect(['none', 'other', 'same'].map((id) => only(`#${id}`).getAttribute('type'))).toEqual([
    'text/plain',
    'text/plain',
    null,
  ])
  expect(only('#same').nonce).toBe('a')
  expect(told).toEqual(['no-nonce <script>', 'no-nonce <script>'])
})

test('lets others wait for an external script until it has loaded', async () => {
  const { decide, only } = gateOnPage(
    `<script ${HELD} id="late" data-after="base other">1</script>
     <script ${HELD} id="base" src="https://a.example/base.js"></script>
     <script ${HELD} id="other">1</script>`,
  )
  await decide('analytics')
  expect(only('#late').type).toBe('text/plain')
  only('#base').dispatchEvent(new Event('load'))
  await settled(5)
  expect(only('#late').hasAttribute('type')).toBe(false)
})

test('tries a script that failed once more, then gives it up, held as it was', async () => {
  const { decide, only, told, seams } = gateOnPage(
    `<script ${HELD} src="https://a.example/1.js"></script>`,
  )
  const held = only('script')
  await decide('analytics')
  const first = only('script')
  first.dispatchEvent(new Event('error'))
  await settled()
  const second = only('script')
  expect(second).not.toBe(first)
  expect(second.src).toBe('https://a.example/1.js')
  expect([first.ownerDocument === document, told]).toEqual([false, []])
  second.dispatchEvent(new Event('error'))
  await settled()
  expect(only('script')).toBe(held)
  expect(told).toEqual(['script-failed <script>'])
  expect([seams.memory.done.has(first), seams.memory.done.has(second)]).toEqual([true, true])
  await decide('analytics')
  expect([only('script') === held, told.length]).toEqual([true, 1])
})

test('runs after a second try, and once', async () => {
  const { decide, only, told } = gateOnPage(
    `<script ${HELD} src="https://a.example/1.js"></script>`,
  )
  await decide('analytics')
  only('script').dispatchEvent(new Event('error'))
  await settled()
  const second = only('script')
  second.dispatchEvent(new Event('load'))
  await settled()
  await decide('analytics')
  expect([only('script') === second, told]).toEqual([true, []])
})

test('takes out a script that gives no answer within ten seconds, twice', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
  const { gate, allowed, only, told } = gateOnPage(
    `<script ${HELD} src="https://a.example/1.js"></script>`,
  )
  const held = only('script')
  allowed.add('analytics')
  gate.open()
  await vi.advanceTimersByTimeAsync(9_999)
  const first = only('script')
  await vi.advanceTimersByTimeAsync(1)
  expect([only('script') === first, only('script').hasAttribute('type')]).toEqual([false, false])
  await vi.advanceTimersByTimeAsync(10_000)
  expect([only('script') === held, told]).toEqual([true, ['script-failed <script>']])
})

test('waits no longer for a script that has answered', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
  const { gate, allowed, only } = gateOnPage(
    `<script ${HELD} src="https://a.example/1.js"></script>`,
  )
  allowed.add('analytics')
  gate.open()
  await vi.advanceTimersByTimeAsync(0)
  const live = only('script')
  live.dispatchEvent(new Event('load'))
  await vi.advanceTimersByTimeAsync(0)
  expect(vi.getTimerCount()).toBe(0)
  expect(only('script')).toBe(live)
})

test('holds a script again whose consent was withdrawn on its way, and runs it when allowed anew', async () => {
  const { decide, only, told } = gateOnPage(
    `<script ${HELD} src="https://a.example/1.js"></script>`,
  )
  const held = only('script')
  await decide('analytics')
  const first = only('script')
  await decide()
  expect([only('script') === held, first.isConnected, first.ownerDocument === document]).toEqual([
    true,
    false,
    false,
  ])
  await decide('analytics')
  expect([only('script') === first, only('script').hasAttribute('type')]).toEqual([false, false])
  expect(told).toEqual([])
})

test('does not count as loaded what was withdrawn on its way', async () => {
  const { decide, only } = gateOnPage(
    `<script ${HELD} id="base" src="https://a.example/1.js"></script>
     <script ${HELD} id="late" data-after="base">1</script>`,
  )
  await decide('analytics')
  await decide()
  await decide('analytics')
  expect(only('#late').type).toBe('text/plain')
  only('#base').dispatchEvent(new Event('load'))
  await settled()
  expect(only('#late').hasAttribute('type')).toBe(false)
})

test('asks for a reload where a script has run whose consent is withdrawn, and only then', async () => {
  const swept: unknown[] = []
  const sweep = { cleanUp: (_: unknown, left: readonly unknown[]) => swept.push(left.length) }
  const { decide, only } = gateOnPage(
    `<script ${HELD} src="https://a.example/1.js"></script><script ${HELD} id="b">1</script>`,
    { files: { sweep } },
  )
  await decide('analytics')
  await decide()
  // The inline one ran; the other one was still on its way.
  expect(swept).toEqual([1])
  await decide('analytics')
  const live = only('[src]')
  live.dispatchEvent(new Event('load'))
  await settled()
  await decide()
  expect(swept).toEqual([1, 1])
  // What has run stays: only a reload undoes it.
  expect(only('[src]')).toBe(live)
})

test('puts a script itself in place again where Trusted Types forbid a copy', async () => {
  const { decide, only, told } = gateOnPage(`<script ${HELD}>1</script>`)
  const held = only('script')
  vi.spyOn(Element.prototype, 'setAttribute').mockImplementationOnce(() => {
    throw new TypeError('This document requires a TrustedScript')
  })
  await decide('analytics')
  expect([only('script') === held, held.hasAttribute('type'), told]).toEqual([true, false, []])
})
