// @vitest-environment happy-dom
import { fireEvent, waitFor, within } from '@testing-library/preact'
import { afterEach, expect, test, vi } from 'vitest'
import { fakeCore, textsOf } from './testing/fake-core.ts'
import { mountTakenBack, mountUpcoming } from './upcoming.ts'

const UPCOMING = {
  version: '2',
  url: '/privacy/2',
  effectiveFrom: '2026-12-01T00:00:00+05:00',
  summary: { ru: 'Добавлена карта.', kk: 'Карта қосылды.' },
}

let undo = (): void => {}
afterEach(() => undo())

function mount(upcoming = UPCOMING) {
  const fake = fakeCore({ load: async (name) => ({ default: textsOf(name) }) })
  const onClose = vi.fn<() => void>()
  const { stop } = mountUpcoming({ state: fake.state, upcoming, findLanguage: () => 'ru', onClose })
  undo = stop
  return { ...fake, onClose }
}
const host = () => document.querySelector('kelisim-upcoming')
const view = () => within(host()?.shadowRoot as unknown as HTMLElement)
const isShown = () => waitFor(() => view().getByRole('region', { name: 'Политика изменится' }))

test('says from which day, what is new, and where to read it; it asks nothing', async () => {
  mount()
  const region = await isShown()
  expect(region.textContent).toContain('С 1 декабря 2026 г. начнёт действовать новая версия.')
  expect(region.textContent).toContain('Добавлена карта.')
  expect(view().getByRole('link').getAttribute('href')).toMatch(/\/privacy\/2$/)
  expect(
    view()
      .getAllByRole('button')
      .map((button) => button.textContent),
  ).toEqual(['Понятно'])
  expect(document.activeElement).toBe(document.body)
})

test('goes when it is closed, by its button or by Escape inside it', async () => {
  const first = mount()
  await isShown()
  fireEvent.click(view().getByRole('button'))
  expect(host()).toBeNull()
  expect(first.onClose).toHaveBeenCalledOnce()
  const second = mount()
  fireEvent.keyDown(await isShown(), { key: 'Escape' })
  expect(host()).toBeNull()
  expect(second.onClose).toHaveBeenCalledOnce()
})

test('makes room for whatever else of ours is opened, and comes back after it', async () => {
  const { $view, onClose } = mount()
  await isShown()
  for (const other of ['notice', 'preferences', 'reload'] as const) {
    $view.set(other)
    expect(host()).toBeNull()
    $view.set('none')
    expect(host()).not.toBeNull()
  }
  expect(onClose).not.toHaveBeenCalled()
})

test('keeps what has the focus out from under it, and leaves the page’s own padding', async () => {
  document.documentElement.style.scrollPaddingBottom = '7px'
  mount()
  await isShown()
  expect(document.documentElement.style.scrollPaddingBottom).not.toBe('7px')
  undo()
  expect(document.documentElement.style.scrollPaddingBottom).toBe('7px')
  document.documentElement.style.scrollPaddingBottom = ''
})

test('follows the language of the interface', async () => {
  const { $language } = mount()
  await isShown()
  $language.set('kk')
  await waitFor(() => view().getByRole('region', { name: 'Саясат өзгереді' }))
  expect(host()?.shadowRoot?.textContent).toContain('Карта қосылды.')
  expect(host()?.shadowRoot?.textContent).toContain('2026')
})

test('shows no link for an address that is none, and text as text', async () => {
  mount({ ...UPCOMING, url: 'javascript:alert(1)', summary: { ru: '<b>x</b>', kk: '' } })
  await isShown()
  expect(view().queryByRole('link')).toBeNull()
  expect(host()?.shadowRoot?.querySelector('b')).toBeNull()
})

test('leaves nothing behind when it is undone before its texts came', async () => {
  mount()
  undo()
  await new Promise((resolve) => setTimeout(resolve))
  expect(host()).toBeNull()
})

test('tells that marketing was taken back, asks nothing, and goes when it is closed', async () => {
  const fake = fakeCore({ load: async (name) => ({ default: textsOf(name) }) })
  const { stop } = mountTakenBack({ state: fake.state, findLanguage: () => 'ru' })
  undo = stop
  const region = await waitFor(() =>
    view().getByRole('region', { name: 'Ваш браузер просит о приватности' }),
  )
  expect(region.textContent).toContain('Global Privacy Control')
  expect(view().queryByRole('link')).toBeNull()
  fireEvent.click(view().getByRole('button', { name: 'Понятно' }))
  expect(host()).toBeNull()
})

test('comes after what else is told in its place, once that is closed', async () => {
  const fake = fakeCore({ load: async (name) => ({ default: textsOf(name) }) })
  const first = mountTakenBack({ state: fake.state, findLanguage: () => 'ru' })
  mount()
  const names = () =>
    [...document.querySelectorAll('kelisim-upcoming')].map(({ shadowRoot }) =>
      shadowRoot?.querySelector('section')?.getAttribute('aria-label'),
    )
  await waitFor(() => expect(names()).toEqual([textsOf('upcoming.ru')['taken.title']]))
  first.stop()
  await isShown()
  expect(names()).toEqual([textsOf('upcoming.ru')['upcoming.title']])
})

test('does not wait for what cannot be told, because its texts are missing', async () => {
  const lost = fakeCore({ load: () => Promise.reject(new Error('lost')) })
  const first = mountTakenBack({ state: lost.state, findLanguage: () => 'ru' })
  mount()
  expect((await isShown()).textContent).toContain('Добавлена карта.')
  first.stop()
})

test.each([
  ['in their order', [0, 1]],
  ['in the other order', [1, 0]],
])('leaves the page’s own padding when two were told and go %s', async (_, order) => {
  const { style } = document.documentElement
  style.scrollPaddingBottom = '7px'
  const fake = fakeCore({ load: async (name) => ({ default: textsOf(name) }) })
  const scene = { state: fake.state, findLanguage: () => 'ru' }
  const first = mountTakenBack(scene)
  await waitFor(() => expect(host()).not.toBeNull())
  const both = [first, mountUpcoming({ ...scene, upcoming: UPCOMING })]
  // Now the texts of the second have come, too.
  await new Promise((resolve) => setTimeout(resolve))
  for (const each of order) {
    expect(style.scrollPaddingBottom).not.toBe('7px')
    both[each]?.stop()
  }
  expect(host()).toBeNull()
  expect(style.scrollPaddingBottom).toBe('7px')
  style.scrollPaddingBottom = ''
})
