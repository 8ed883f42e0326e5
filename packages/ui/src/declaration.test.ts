// @vitest-environment happy-dom
import { waitFor } from '@testing-library/preact'
import { afterEach, expect, test, vi } from 'vitest'
import { mountDeclarations } from './declaration.ts'
import { type Circumstances, fakeCore, textsOf } from './testing/fake-core.ts'

let undo = (): void => {}
afterEach(() => {
  undo()
  document.body.replaceChildren()
  document.documentElement.removeAttribute('lang')
})

const languageOf = (element: Element) => element.closest('[lang]')?.getAttribute('lang') ?? 'ru'

function mount(circumstances: Circumstances = {}) {
  const fake = fakeCore({ load: async (name) => ({ default: textsOf(name) }), ...circumstances })
  const layer = mountDeclarations({ state: fake.state, own: [], languageOf })
  undo = layer.stop
  return { ...fake, layer }
}
function put(html: string): HTMLElement {
  document.body.insertAdjacentHTML('beforeend', html)
  return document.body.lastElementChild as HTMLElement
}
const heading = (element: Element) => element.querySelector('h2,h3,h4')

test('fills an element, and gives back what was in it', async () => {
  const place = put('<p>Loading <b>…</b></p>')
  const [, before] = place.childNodes
  const { layer } = mount()
  layer.show([place])
  await waitFor(() => expect(heading(place)?.textContent).toBe('Строго необходимые'))
  expect(place.textContent).not.toContain('Loading')
  expect(document.adoptedStyleSheets).toHaveLength(1)
  layer.stop()
  expect(place.innerHTML).toBe('Loading <b>…</b>')
  expect(place.childNodes[1]).toBe(before)
  expect(document.adoptedStyleSheets).toHaveLength(0)
})

test('speaks the language around each element, and follows it', async () => {
  const [one, two] = [put('<div lang="kk"></div>'), put('<div></div>')]
  mount().layer.show([one, two])
  await waitFor(() => expect(heading(two)?.textContent).toBe('Строго необходимые'))
  expect(heading(one)?.textContent).toBe('Қатаң қажетті')
  document.documentElement.lang = 'en'
  await waitFor(() => expect(heading(two)?.textContent).toBe('Strictly necessary'))
  expect(heading(one)?.textContent).toBe('Қатаң қажетті')
})

test('takes the level of its headings from the element', async () => {
  const places = ['2', '9', 'x'].map((level) => put(`<div data-heading="${level}"></div>`))
  mount().layer.show(places)
  await waitFor(() =>
    expect(places.map((place) => heading(place)?.localName)).toEqual(['h2', 'h3', 'h3']),
  )
})

test('draws once, however often it is shown, and again when the page has emptied it', async () => {
  const place = put('<div></div>')
  const { layer } = mount()
  for (let time = 0; time < 3; time++) layer.show([place])
  await waitFor(() => expect(heading(place)).not.toBeNull())
  const first = place.firstChild
  layer.show([place])
  await new Promise((resolve) => setTimeout(resolve, 20))
  expect(place.firstChild).toBe(first)
  for (let time = 0; time < 3; time++) {
    place.replaceChildren()
    layer.show([place])
    await waitFor(() => expect(heading(place)).not.toBeNull())
  }
  place.replaceChildren()
  layer.show([place])
  await new Promise((resolve) => setTimeout(resolve, 20))
  expect(heading(place)).toBeNull()
})

test('leaves an element alone that has left the page’s list before its texts came', async () => {
  const place = put('<div>Before</div>')
  const { layer } = mount()
  layer.show([place])
  layer.show([])
  await new Promise((resolve) => setTimeout(resolve, 20))
  expect(place.textContent).toBe('Before')
})

test('reports texts that cannot be fetched, and leaves what was there', async () => {
  const place = put('<div>Before</div>')
  const load = vi.fn<(name: string) => Promise<unknown>>().mockRejectedValue(new Error('offline'))
  const { layer, report } = mount({ load })
  layer.show([place])
  await waitFor(() =>
    expect(report).toHaveBeenCalledWith('view-failed', 'declaration', expect.any(Error)),
  )
  expect(place.textContent).toBe('Before')
})
