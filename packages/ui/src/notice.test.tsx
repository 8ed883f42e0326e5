// @vitest-environment happy-dom
import { fireEvent, waitFor } from '@testing-library/preact'
import { afterEach, expect, test, vi } from 'vitest'
import mountNotice from './notice.tsx'
import { category, decided, fakeContext, textsOf } from './testing/fake-context.ts'
import { hostOnPage, rootOnPage, view } from './testing/screen.ts'

let undo = () => {}

function show(circumstances: Parameters<typeof fakeContext>[0] = {}) {
  const fake = fakeContext(circumstances)
  undo = mountNotice(fake.context, textsOf(`notice.${fake.$language.get()}`))
  fake.$view.set('notice')
  return fake
}

const button = (name: string) => view().getByRole('button', { name })

afterEach(() => undo())

test('is a labelled region that leaves the focus where it was', () => {
  show()
  expect(view().getByRole('region', { name: 'Файлы cookie' }).lang).toBe('ru')
  expect(document.activeElement).toBe(document.body)
})

test('shows Reject before Accept as the same button', () => {
  show()
  const [reject, accept] = [button('Отклонить'), button('Принять все')]
  expect(reject.nextElementSibling).toBe(accept)
  expect(accept.getAttribute('part')).toBe('choice')
  const attributes = (element: Element) =>
    [...element.attributes].map(({ name, value }) => `${name}=${value}`)
  expect(attributes(reject)).toEqual(attributes(accept))
})

test('takes one answer from a double click', () => {
  const { given } = show()
  const accept = button('Принять все')
  fireEvent.click(accept)
  fireEvent.click(accept)
  expect(given).toMatchObject([
    { action: 'accept-all', answers: { categories: { analytics: true, marketing: true } } },
  ])
  expect(view().queryByRole('region')).toBeNull()
})

test('refuses everything that is due', () => {
  const { given } = show()
  fireEvent.click(button('Отклонить'))
  expect(given).toMatchObject([
    { action: 'reject-all', answers: { categories: { analytics: false, marketing: false } } },
  ])
})

test('asks only about what is due and says that it asks again', () => {
  const { given } = show({ decision: decided({ analytics: true }), due: () => ['marketing'] })
  const text = view().getByRole('region').textContent
  expect(text).toContain('спрашиваем ещё раз: Маркетинговые')
  expect(text).not.toContain('Аналитические')
  fireEvent.click(button('Принять все'))
  expect(given[0]?.answers).toEqual({ categories: { marketing: true } })
})

test('asks about every optional category when the page shows it and nothing is due', () => {
  const { given } = show({ decision: decided({}) })
  fireEvent.click(button('Принять все'))
  expect(given[0]?.answers).toEqual({ categories: { analytics: true, marketing: true } })
})

test('hands on the hash of the text on the screen', async () => {
  const { given, $view } = show()
  const text = view().getByRole('region').textContent ?? ''
  const bytes = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text))
  await new Promise((resolve) => setTimeout(resolve, 20))
  fireEvent.click(button('Отклонить'))
  expect(given[0]?.shownSha256).toBe(Buffer.from(bytes).toString('hex'))
  $view.set('notice')
  fireEvent.click(button('Отклонить'))
  expect(given[1]?.shownSha256).toBe('')
})

test('changes the language in place and keeps the focus', async () => {
  show()
  const region = view().getByRole('region')
  const kazakh = button('Қазақша')
  expect(kazakh.getAttribute('aria-pressed')).toBe('false')
  kazakh.focus()
  fireEvent.click(kazakh)
  await waitFor(() => expect(region.lang).toBe('kk'))
  expect(button('Қазақша')).toBe(kazakh)
  expect(kazakh.getAttribute('aria-pressed')).toBe('true')
  expect(rootOnPage().activeElement).toBe(kazakh)
  expect(view().getByRole('region', { name: 'Cookie файлдары' })).toBe(region)
})

test('goes back to the language on the screen when the other one does not come', async () => {
  const { setLanguage, context, $language } = show({
    load: () => Promise.reject(new Error('offline')),
  })
  $language.set('en')
  await waitFor(() => expect(setLanguage).toHaveBeenCalledWith('ru'))
  expect(context.report).toHaveBeenCalledOnce()
  expect(button('Отклонить')).toBeTruthy()
})

test('shows no switch for a single language', () => {
  show({ languages: ['ru'] })
  expect(view().queryByRole('group', { name: 'Язык' })).toBeNull()
  expect(view().getAllByRole('button')).toHaveLength(3)
})

test('names the operator, the policy, and the countries abroad once each', () => {
  show({
    options: { operator: { name: 'ТОО «Пример»', country: 'KZ' }, policy: { url: '/privacy' } },
    categories: [
      category('necessary'),
      category('analytics', { id: 'a', country: 'DE' }, { id: 'b', country: 'DE' }),
      category('marketing', { id: 'c', country: 'KZ' }, { id: 'd' }),
    ],
  })
  const text = view().getByRole('region').textContent
  expect(text).toContain('Часть данных передаётся за рубеж: Германия.')
  expect(text).toContain('Оператор: ТОО «Пример».')
  const link = view().getByRole<HTMLAnchorElement>('link', { name: 'Политика конфиденциальности' })
  expect(link.href).toBe(new URL('/privacy', location.href).href)
})

test('drops an address of the policy that could run something', () => {
  show({ options: { policy: { url: 'javascript:alert(1)' } } })
  expect(view().queryByRole('link')).toBeNull()
  expect(view().getByRole('region').innerHTML).not.toContain('javascript')
})

test('shows markup in the owner’s texts as text', () => {
  const markup = '<img src=x onerror=alert(1)>'
  show({ options: { operator: { name: markup }, texts: { ru: { 'notice.title': markup } } } })
  expect(view().getByRole('heading').textContent).toBe(markup)
  expect(view().getByRole('region').textContent).toContain(`Оператор: ${markup}`)
  expect(rootOnPage().querySelector('img')).toBeNull()
})

test('takes objects in the place of texts for texts', () => {
  const element = { type: 'img', props: { src: 'x' }, ref: null, constructor: undefined }
  show({
    categories: [{ ...category('analytics'), label: element as never }],
    options: { operator: { name: element as never } },
  })
  expect(view().getByRole('region').textContent).toContain('согласия: img.')
  expect(view().getByRole('region').textContent).toContain('Оператор: [object Object]')
  expect(rootOnPage().querySelector('img')).toBeNull()
})

test('takes the owner’s texts from a function of the language', () => {
  show({ options: { texts: (language) => ({ 'notice.title': `Texts in ${language}` }) } })
  expect(view().getByRole('region', { name: 'Texts in ru' })).toBeTruthy()
})

test('closes without an answer on Escape', () => {
  const { given, close } = show()
  fireEvent.keyDown(button('Настроить'), { key: 'a' })
  expect(close).not.toHaveBeenCalled()
  fireEvent.keyDown(button('Настроить'), { key: 'Escape' })
  expect(close).toHaveBeenCalledOnce()
  expect(given).toEqual([])
})

test('fetches the preferences when the visitor is about to want them', () => {
  const { context } = show()
  expect(context.load).not.toHaveBeenCalled()
  fireEvent.pointerEnter(button('Настроить'))
  expect(context.load).toHaveBeenCalledWith('preferences')
  expect(context.load).toHaveBeenCalledWith('preferences.ru')
})

test('reports preferences that do not come, and closes', async () => {
  const { context, close } = show({ load: () => Promise.reject(new Error('404')) })
  fireEvent.click(button('Настроить'))
  await waitFor(() => expect(close).toHaveBeenCalledOnce())
  expect(context.report).toHaveBeenCalledWith('view-failed', 'preferences', new Error('404'))
})

test('offers a reload', () => {
  const { $view, close } = show()
  $view.set('reload')
  const reload = vi.spyOn(location, 'reload').mockImplementation(() => {})
  expect(view().getByRole('region', { name: /перезагрузите|обновите/ })).toBeTruthy()
  const [now, later] = view().getAllByRole('button')
  if (now) fireEvent.click(now)
  expect(reload).toHaveBeenCalledOnce()
  expect(close).not.toHaveBeenCalled()
  if (later) fireEvent.click(later)
  expect(close).toHaveBeenCalledOnce()
})

test('comes back when the page removes it, and stays away once undone', async () => {
  const { $view } = show()
  hostOnPage()?.remove()
  await waitFor(() => expect(hostOnPage()).not.toBeNull())
  undo()
  await new Promise((resolve) => setTimeout(resolve, 20))
  expect(hostOnPage()).toBeNull()
  $view.set('none')
  $view.set('notice')
  expect(hostOnPage()).toBeNull()
})

test('lets a page win that always removes it', async () => {
  show()
  const remover = new MutationObserver(() => hostOnPage()?.remove())
  remover.observe(document.documentElement, { childList: true })
  hostOnPage()?.remove()
  await new Promise((resolve) => setTimeout(resolve, 50))
  expect(hostOnPage()).toBeNull()
  remover.disconnect()
})

test('works without its stylesheet', () => {
  vi.stubGlobal('CSSStyleSheet', undefined)
  show()
  vi.unstubAllGlobals()
  expect(rootOnPage().adoptedStyleSheets).toHaveLength(0)
  expect(button('Отклонить')).toBeTruthy()
})
