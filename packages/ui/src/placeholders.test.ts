// @vitest-environment happy-dom
// @vitest-environment-options {"happyDOM":{"settings":{"handleDisabledFileLoadingAsSuccess":true}}}
import { fireEvent, waitFor, within } from '@testing-library/preact'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { addressOf, isAt } from '../../core/src/gate/service-of.ts'
import { mountPlaceholders } from './placeholders.ts'
import { category, type Circumstances, fakeCore } from './testing/fake-core.ts'

const VIDEO = {
  id: 'video',
  name: 'Video',
  vendor: 'Video Inc.',
  country: 'US',
  hosts: ['video.example'],
  storage: ['a', 'b', 'c', 'd', 'e', 'f', 'g'].map((name) => ({ kind: 'cookie' as const, name })),
}
const FRAME = `<iframe data-category="functional" data-service="video" title="Lesson"
  data-kelisim-src="https://video.example/1"></iframe>`
const CATEGORIES = [category('necessary'), category('functional', VIDEO)]

let undo = (): void => {}

beforeEach(() => {
  // Nothing has a size here; what is not rendered at all is left out by its style.
  vi.stubGlobal('requestAnimationFrame', (run: () => void) => setTimeout(run))
  vi.stubGlobal('cancelAnimationFrame', clearTimeout)
})
afterEach(() => {
  undo()
  vi.unstubAllGlobals()
})

/** Shows placeholders for everything held on a page. */
async function show(html = FRAME, circumstances: Circumstances = {}, mayAsk = true) {
  document.body.innerHTML = html
  const { categories = CATEGORIES } = circumstances
  const fake = fakeCore({ ...circumstances, categories })
  const services = new Map(categories.flatMap((each) => each.services).map((it) => [it.id, it]))
  const close = vi.fn<() => void>()
  const openOnce = vi.fn<(element: Element) => () => void>(() => close)
  const state = {
    ...fake.state,
    asked: { ...fake.state.asked, services },
    running: fake.running,
  }
  const placeholders = mountPlaceholders({
    state,
    openOnce,
    mayAsk,
    respond: fake.respond,
    findLanguage: () => 'ru',
    addressOf,
    isAt,
  })
  undo = placeholders.stop
  placeholders.show([...document.querySelectorAll('[data-category]')])
  await waitFor(() => expect(fake.use).toHaveResolved())
  await new Promise((resolve) => setTimeout(resolve, 5))
  return { ...fake, openOnce, close, placeholders }
}
const hosts = () => [...document.querySelectorAll<HTMLElement>('kelisim-placeholder')]
const view = () => within(hosts()[0]?.shadowRoot as unknown as HTMLElement)
const button = (name: string) => view().getByRole('button', { name })

test('is a labelled group in the language of the interface, right before the frame', async () => {
  await show()
  const group = view().getByRole('group', { name: 'Lesson, Video, Содержимое заблокировано' })
  expect(group.lang).toBe('ru')
  expect(hosts()[0]?.nextElementSibling).toBe(document.querySelector('iframe'))
})

test('says who gets the data, where, and what may be stored', async () => {
  await show()
  const text = view().getByRole('group').textContent
  expect(text).toContain('IP-адрес: Video Inc., США.')
  expect(text).toContain('Может сохранить в браузере: a, b, c, d, e, f, ….')
})

test('offers nothing but a link where the profile leaves the service out', async () => {
  await show(FRAME, { categories: [category('necessary'), category('', VIDEO)] })
  const group = view().getByRole('group', { name: 'Lesson, Video, Содержимое заблокировано' })
  expect(group.textContent).toContain('поставщик находится за рубежом: Video Inc., США.')
  expect(view().queryAllByRole('button')).toEqual([])
  expect(view().getByRole('link').getAttribute('href')).toBe('https://video.example/1')
})

test('opens one embed for a person, and tells nobody', async () => {
  const { openOnce, given } = await show()
  fireEvent.click(button('Загрузить один раз'))
  expect(openOnce).toHaveBeenCalledExactlyOnceWith(document.querySelector('iframe'))
  expect(given).toEqual([])
})

test('opens nothing for a click that no person made', async () => {
  const { openOnce, people } = await show()
  people.are = false
  fireEvent.click(button('Загрузить один раз'))
  expect(openOnce).not.toHaveBeenCalled()
})

test('answers about the service, with the text that was shown', async () => {
  const { given } = await show()
  const text = view().getByRole('group').textContent
  fireEvent.click(button('Всегда загружать'))
  expect(given).toEqual([{ action: 'load-always', request: { services: ['video'] }, shown: text }])
})

test('answers about the category where the service is not declared, and says so', async () => {
  const { given } = await show(FRAME.replace('"video"', '"unknown"').replace(' title="Lesson"', ''))
  const group = view().getByRole('group', { name: 'Функциональные, Содержимое заблокировано' })
  expect(group.textContent).toContain('разрешает всю категорию: Функциональные.')
  expect(group.textContent).toContain('IP-адрес: video.example.')
  fireEvent.click(button('Всегда загружать'))
  expect(given[0]?.request).toEqual({ categories: ['functional'] })
})

test('links to the embed itself, for the visitor to open', async () => {
  await show()
  const link = view().getByRole<HTMLAnchorElement>('link', {
    name: 'Открыть в новой вкладке: video.example',
  })
  expect([link.href, link.rel]).toEqual(['https://video.example/1', 'noopener noreferrer'])
})

test('has no link where the address could run something', async () => {
  await show(FRAME.replace('https://video.example/1', 'javascript:alert(1)'))
  expect(view().queryByRole('link')).toBeNull()
})

test('has no buttons in a frame where nobody may be asked', async () => {
  await show(FRAME, {}, false)
  expect(view().queryByRole('button')).toBeNull()
  expect(view().getByRole('link')).toBeTruthy()
})

test('shows markup in names as text', async () => {
  const markup = '<img src=x onerror=alert(1)>'
  await show(FRAME, {
    categories: [category('necessary'), category('functional', { id: 'video', name: markup })],
  })
  expect(view().getByRole('group').textContent).toContain(markup)
  expect(view().queryByRole('img')).toBeNull()
})

test.each([
  ['/poster.jpg', true],
  ['https://cdn.example/poster.jpg', true],
  ['https://i.video.example/1.jpg', false],
  ['javascript:alert(1)', false],
])('shows %s as a picture: %s', async (poster, isShown) => {
  await show(FRAME.replace('title=', `data-kelisim-poster="${poster}" title=`))
  expect(!!hosts()[0]?.shadowRoot?.querySelector('img[alt=""]')).toBe(isShown)
})

test('leaves out templates in which there is nothing to see', async () => {
  await show(`<template data-category="functional"><script>1</script></template>
    <template data-category="functional"><iframe width="1" src="/pixel"></iframe></template>`)
  expect(hosts()).toEqual([])
})

test('stands in for a template with a frame in it', async () => {
  await show(
    '<template data-category="functional"><iframe src="https://video.example/"></iframe></template>',
  )
  expect(hosts()).toHaveLength(1)
  expect(view().getByRole('link')).toBeTruthy()
})

test('hides the frame while it stands in, and gives it back as it was', async () => {
  const { placeholders } = await show(FRAME.replace('title=', 'style="display: block" title='))
  const frame = document.querySelector('iframe')
  expect(frame?.style.display).toBe('none')
  placeholders.show([])
  expect(frame?.style.display).toBe('block')
  expect(hosts()).toEqual([])
})

test('leaves no mark on the frame when it goes', async () => {
  const { placeholders } = await show()
  const frame = document.querySelector('iframe')
  placeholders.stop()
  expect(frame?.hasAttribute('style')).toBe(false)
  expect(hosts()).toEqual([])
})

test('changes the language in place and keeps the focus', async () => {
  const { $language } = await show()
  const once = button('Загрузить один раз')
  once.focus()
  $language.set('kk')
  await waitFor(() => expect(once.textContent).toBe('Бір рет жүктеу'))
  expect(hosts()[0]?.shadowRoot?.activeElement).toBe(once)
  expect(view().getByRole('group').lang).toBe('kk')
})

test('reports texts that do not come, and stands in for nothing', async () => {
  const load = () => Promise.reject(new Error('offline'))
  document.body.innerHTML = FRAME
  const { state, running, respond, report } = fakeCore({ load })
  const scene = { mayAsk: true, findLanguage: () => 'ru', addressOf, isAt, respond }
  const shown = mountPlaceholders({
    ...scene,
    state: { ...state, running },
    openOnce: () => () => {},
  })
  undo = shown.stop
  shown.show([...document.querySelectorAll('iframe')])
  await waitFor(() => expect(report).toHaveBeenCalledOnce())
  expect(hosts()).toEqual([])
})

test('leads to the statement of age, where children are kept out, before anything is loaded', async () => {
  const { given, openOnce, $view } = await show(FRAME, { options: { minors: { age: 16 } } })
  for (const name of ['Загрузить один раз', 'Всегда загружать']) {
    $view.set('none')
    fireEvent.click(button(name))
    expect($view.get()).toBe('preferences')
  }
  expect([given, openOnce.mock.calls]).toEqual([[], []])
})
