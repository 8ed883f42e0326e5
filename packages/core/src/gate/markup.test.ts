// @vitest-environment happy-dom
import { afterEach, expect, test, vi } from 'vitest'
import { gateOnPage, settled } from './testing/gate-on-page.ts'

const script = (id: string, attributes = '', category = 'analytics') =>
  `<script type="text/plain" data-category="${category}" id="${id}" ${attributes}>1</script>`
/** Ids of what the gate has let run, in the order of the page. */
const live = () =>
  [...document.querySelectorAll('script:not([type])')].map(({ id }) => id).join(' ')
const add = (html: string, parent: ParentNode & Node = document.body) => {
  const holder = document.createElement('div')
  holder.innerHTML = html
  parent.append(...holder.childNodes)
}

afterEach(() => vi.restoreAllMocks())

test('opens what is allowed, by category or by service, and nothing else', async () => {
  const { decide, told } = gateOnPage(
    script('a') +
      script('b', '', 'marketing') +
      script('c', 'data-service="chat"', 'functional') +
      script('d', '', ''),
  )
  await decide('analytics', 'chat')
  expect(live()).toBe('a c')
  await decide('marketing')
  expect([live(), told]).toEqual(['a b c', []])
})

test('opens an element once, however often it is allowed or moved', async () => {
  const { decide, only } = gateOnPage(script('a'))
  await decide('analytics')
  const first = only('#a')
  await decide()
  await decide('analytics')
  document.body.prepend(first)
  await settled(5)
  expect(only('#a')).toBe(first)
})

test('leaves alone what another instance on the page has dealt with', async () => {
  const { gate, allowed, only, seams } = gateOnPage(script('a') + script('b'))
  seams.memory.done.add(only('#a'))
  allowed.add('analytics')
  gate.open()
  await settled()
  expect(live()).toBe('b')
})

test('keeps held what the profile leaves out, whatever is allowed', async () => {
  const services = [
    { id: 'ga4', category: 'analytics', country: 'US' },
    { id: 'own', category: 'analytics', country: 'RU' },
  ]
  const { decide } = gateOnPage(
    script('a', 'data-service="ga4"') + script('b', 'data-service="own"') + script('c'),
    { options: { profile: 'RU', services } },
  )
  await decide('analytics', 'ga4', 'own')
  expect(live()).toBe('b c')
})

test('opens what comes later, in one look', async () => {
  const { decide } = gateOnPage('')
  await decide('analytics')
  const looks = vi.spyOn(document.documentElement, 'querySelectorAll')
  add(script('a'))
  await Promise.resolve()
  add(script('b'))
  await settled(5)
  expect(live()).toBe('a b')
  // What it opens changes the page, so it looks again.
  expect(looks.mock.calls.length).toBeLessThan(7)
})

test('looks into a closed shadow root that it is shown', async () => {
  const { decide, gate } = gateOnPage('<div></div>')
  await decide('analytics')
  const root = document.querySelector('div')?.attachShadow({ mode: 'closed' })
  if (!root) throw new Error('no root')
  add(script('a'), root)
  await settled(5)
  expect(root.querySelector('script')?.hasAttribute('type')).toBe(true)
  gate.scan(root)
  await settled()
  add(script('b'), root)
  await settled(5)
  expect([...root.querySelectorAll('script')].map((each) => each.hasAttribute('type'))).toEqual([
    false,
    false,
  ])
})

test('runs nothing whose consent was withdrawn while it waited for its turn', async () => {
  const { gate, allowed } = gateOnPage(script('a') + script('b', 'data-after="a"'))
  allowed.add('analytics')
  gate.open()
  allowed.clear()
  gate.close()
  await settled(5)
  expect(live()).toBe('')
})

test('runs nothing that the page took out while it waited for its turn', async () => {
  const { gate, allowed, only } = gateOnPage(script('a'))
  const held = only('#a')
  allowed.add('analytics')
  gate.open()
  held.remove()
  await settled(5)
  expect(held.type).toBe('text/plain')
})

test('lets the page be painted before it looks, where a person waits', async () => {
  const frames: FrameRequestCallback[] = []
  vi.spyOn(window, 'requestAnimationFrame').mockImplementation((run) => frames.push(run))
  const { gate, allowed } = gateOnPage(script('a'))
  allowed.add('analytics')
  gate.open(true)
  add(script('b'))
  await settled(5)
  expect([live(), frames.length]).toEqual(['', 1])
  frames.forEach((run) => run(0))
  await settled(5)
  expect(live()).toBe('a b')
  add(script('c'))
  await settled(5)
  expect(live()).toBe('a b c')
})

test('begins no look that was due before a person answered', async () => {
  const frames: FrameRequestCallback[] = []
  vi.spyOn(window, 'requestAnimationFrame').mockImplementation((run) => frames.push(run))
  const { gate, allowed } = gateOnPage('')
  allowed.add('analytics')
  add(script('a'))
  await Promise.resolve()
  gate.open(true)
  await settled(5)
  expect(live()).toBe('')
})

test('does not wait for a painting that a hidden page never gets', async () => {
  vi.spyOn(document, 'hidden', 'get').mockReturnValue(true)
  const frame = vi.spyOn(window, 'requestAnimationFrame')
  const { gate, allowed } = gateOnPage(script('a'))
  allowed.add('analytics')
  gate.open(true)
  expect(live()).toBe('')
  await settled(5)
  expect([live(), frame.mock.calls.length]).toEqual(['a', 0])
})

test('leaves the last element of a page that is still parsed, until more of it comes', async () => {
  const state = vi.spyOn(Document.prototype, 'readyState', 'get').mockReturnValue('loading')
  const { decide } = gateOnPage(`<p>${script('a')}</p>${script('b')}`)
  await decide('analytics')
  await settled(20)
  expect(live()).toBe('a')
  state.mockReturnValue('interactive')
  await settled(80)
  expect(live()).toBe('a b')
})

test('takes what is in the head for complete once the body has begun', async () => {
  vi.spyOn(Document.prototype, 'readyState', 'get').mockReturnValue('loading')
  const { decide } = gateOnPage('')
  document.head.innerHTML = script('a')
  await decide('analytics')
  expect(live()).toBe('a')
  const body = vi.spyOn(Document.prototype, 'body', 'get').mockReturnValue(null as never)
  document.head.innerHTML = script('b')
  await settled(80)
  expect(live()).toBe('')
  body.mockRestore()
  document.head.innerHTML = ''
})
