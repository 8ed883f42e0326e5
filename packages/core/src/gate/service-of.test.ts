// @vitest-environment happy-dom
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addressOf, isAt, nameService } from './service-of.ts'

const SERVICES = [
  { id: 'ads', category: 'marketing', match: ['video.example/embed'] },
  { id: 'video', category: 'functional', match: ['video.example/embed'] },
]

function make(html: string): Element {
  const holder = document.createElement('div')
  holder.innerHTML = html
  const [element] = holder.children
  if (!element) throw new Error(html)
  return element
}

test.each([
  ['https://video.example/embed/1', true],
  ['https://www.video.example/embed?x=1', true],
  ['//video.example/embed/1', true],
  ['https://video.example/watch', false],
  ['https://notvideo.example/embed', false],
  ['https://video.example.evil.example/embed', false],
  ['https://evil.example/?video.example/embed', false],
  ['https://video.example@evil.example/embed', false],
  ['https://[', false],
  ['', false],
])('takes %s for the service: %s', (address, expected) => {
  expect(isAt(address, ['video.example/embed'])).toBe(expected)
})

test('never throws, whatever the address', () => {
  fc.assert(
    fc.property(fc.string(), fc.string(), (address, place) => {
      expect(typeof isAt(address, [place])).toBe('boolean')
    }),
  )
})

test('finds the address of a frame, and of the one in a template', () => {
  expect(addressOf(make('<iframe data-kelisim-src="/a" data-src="/b"></iframe>'))).toBe('/a')
  expect(addressOf(make('<template><p><iframe src="/c"></iframe></p></template>'))).toBe('/c')
  expect(addressOf(make('<template><p>Text</p></template>'))).toBeUndefined()
})

test('names the service of an embed by its address, in the same category only', () => {
  const frame = make(
    '<iframe data-category="functional" data-kelisim-src="https://video.example/embed/1"></iframe>',
  )
  nameService(frame, SERVICES)
  expect(frame.getAttribute('data-service')).toBe('video')
})

test('names a service that the profile leaves out, so that its embed stays held', () => {
  const frame = make(
    '<iframe data-category="functional" data-kelisim-src="https://video.example/embed/1"></iframe>',
  )
  nameService(
    frame,
    SERVICES.map((service) => ({ ...service, category: '' })),
  )
  expect(frame.getAttribute('data-service')).toBe('ads')
})

test('names nothing that lies elsewhere, and compares whole paths', () => {
  const at = (address: string) => {
    const frame = make(`<iframe data-category="functional" data-kelisim-src="${address}"></iframe>`)
    nameService(frame, [{ id: 'video', category: 'functional', match: ['video.example/embed/v1'] }])
    return frame.getAttribute('data-service')
  }
  expect([
    at('https://video.example/embed/v1/7'),
    at('https://video.example/embed/v2/7'),
    at('https://video.example/embedv1'),
    at('https://other.example/embed/v1/7'),
  ]).toEqual(['video', null, null, null])
})

test('leaves the name that the page has given', () => {
  const frame = make(
    '<iframe data-category="functional" data-service="own" data-kelisim-src="https://video.example/embed/1"></iframe>',
  )
  nameService(frame, SERVICES)
  expect(frame.getAttribute('data-service')).toBe('own')
})
