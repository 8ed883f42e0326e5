// @vitest-environment happy-dom
import { fireEvent, waitFor } from '@testing-library/preact'
import { afterEach, expect, test, vi } from 'vitest'
import { showNotice } from './notice.ts'
import { category, decided, fakeCore, textsOf } from './testing/fake-core.ts'
import { hostOnPage, rootOnPage, view } from './testing/screen.ts'

const KAZAKH = /^Қаз\s?ақша$/

let undo = () => {}

function show(circumstances: Parameters<typeof fakeCore>[0] = {}) {
  const fake = fakeCore(circumstances)
  fake.$view.set('notice')
  undo = showNotice(fake, textsOf(`notice.${fake.$language.get()}`))
  return fake
}

const button = (name: string | RegExp) => view().getByRole('button', { name })

afterEach(() => {
  undo()
  document.documentElement.removeAttribute('style')
  document.body.innerHTML = ''
})

test('is a labelled region that leaves the focus where it was', () => {
  show()
  expect(view().getByRole('region', { name: 'Файлы cookie' }).lang).toBe('ru')
  expect(document.activeElement).toBe(document.body)
})

test('has its text read out once it is there, without moving the focus', async () => {
  show()
  const status = view().getByRole('status')
  const text = status.textContent
  const putAgain = vi.spyOn(status, 'prepend')
  await waitFor(() => expect(putAgain).toHaveBeenCalledOnce())
  expect(status.textContent).toBe(text)
  expect(status.textContent).toContain('Необходимые файлы cookie')
  expect(document.activeElement).toBe(document.body)
})

test('keeps what gets the focus from under it, as long as it is open', () => {
  const { style } = document.documentElement
  style.scrollPaddingBottom = '7px'
  const { $view } = show()
  expect(parseInt(style.scrollPaddingBottom, 10)).toBeGreaterThanOrEqual(24)
  $view.set('none')
  expect(style.scrollPaddingBottom).toBe('7px')
  style.scrollPaddingBottom = ''
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

test('accepts everything that is due, and goes', () => {
  const { given } = show()
  fireEvent.click(button('Принять все'))
  expect(given).toMatchObject([
    { action: 'accept-all', request: { all: true, among: ['analytics', 'marketing'] } },
  ])
  expect(view().queryByRole('region')).toBeNull()
})

test('refuses everything that is due', () => {
  const { given } = show()
  fireEvent.click(button('Отклонить'))
  expect(given).toMatchObject([
    { action: 'reject-all', request: { all: false, among: ['analytics', 'marketing'] } },
  ])
})

test('asks only about what is due and says that it asks again', () => {
  const { given } = show({ decision: decided({ analytics: true }, {}, { analytics: 'today' }) })
  const text = view().getByRole('region').textContent
  expect(text).toContain('спрашиваем ещё раз: маркетинговые')
  expect(text).not.toContain('аналитические')
  fireEvent.click(button('Принять все'))
  expect(given[0]?.request).toEqual({ all: true, among: ['marketing'] })
})

test('asks about every optional category when the page shows it and nothing is due', () => {
  const { given } = show({ decision: decided({}) })
  fireEvent.click(button('Принять все'))
  expect(given[0]?.request).toMatchObject({ among: ['analytics', 'marketing'] })
})

test('does not say "again" to somebody who has never answered', () => {
  show()
  expect(view().getByRole('region').textContent).toContain(
    'согласия: аналитические, маркетинговые.',
  )
})

test('hands on the text on the screen', () => {
  const { given } = show()
  const text = view().getByRole('region').textContent
  fireEvent.click(button('Отклонить'))
  expect(text).toContain('Необходимые файлы cookie')
  expect(given[0]?.shown).toBe(text)
})

test('changes the language in place and keeps the focus', async () => {
  show()
  const region = view().getByRole('region')
  const kazakh = button(KAZAKH)
  expect(kazakh.getAttribute('aria-pressed')).toBe('false')
  kazakh.focus()
  fireEvent.click(kazakh)
  await waitFor(() => expect(region.lang).toBe('kk'))
  expect(button(KAZAKH)).toBe(kazakh)
  expect(kazakh.getAttribute('aria-pressed')).toBe('true')
  expect(rootOnPage().activeElement).toBe(kazakh)
  expect(view().getByRole('region', { name: 'Cookie файлдары' })).toBe(region)
})

test('goes back to the language on the screen when the other one does not come', async () => {
  const { report, $language } = show({
    load: async (name) => {
      if (name === 'notice.en') throw new Error('offline')
      return { default: textsOf(name) }
    },
  })
  $language.set('en')
  await waitFor(() => expect($language.get()).toBe('ru'))
  expect(report).toHaveBeenCalledOnce()
  expect(button('Отклонить')).toBeTruthy()
})

test('shows no switch for a single language', () => {
  show({ options: { languages: ['ru'] } })
  expect(view().queryByRole('group', { name: 'Язык' })).toBeNull()
  expect(view().getAllByRole('button')).toHaveLength(3)
})

test.each([
  ['KZ', 'Часть данных передаётся за пределы Казахстана.'],
  ['RU', 'Часть данных передаётся за пределы России.'],
  ['EU', 'Часть данных передаётся за пределы Европейской экономической зоны.'],
] as const)('names the operator and the policy, and says what data leaves: %s', (profile, said) => {
  show({
    options: {
      profile,
      operator: { name: 'ТОО «Пример»', country: 'KZ' },
      policy: { url: '/privacy' },
    },
    categories: [
      category('necessary'),
      category('analytics', { id: 'a', country: 'US' }),
      category('marketing', { id: 'c', country: 'KZ' }, { id: 'd' }),
    ],
  })
  const text = view().getByRole('region').textContent
  expect(text).toContain(said)
  expect(text).toContain('Оператор: ТОО «Пример».')
  const link = view().getByRole<HTMLAnchorElement>('link', { name: 'Политика конфиденциальности' })
  expect(link.href).toBe(new URL('/privacy', location.href).href)
})

test('says nothing of abroad where all services are at home, or nobody knows', () => {
  const categories = [
    category('necessary'),
    category('maps', { id: 'a', country: 'KZ' }, { id: 'b' }),
  ]
  show({ options: { operator: { name: 'ТОО', country: 'KZ' } }, categories })
  expect(view().getByRole('region').textContent).not.toContain('Часть данных')
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
    categories: [category('necessary'), { ...category('analytics'), label: element as never }],
    options: { operator: { name: element as never } },
  })
  expect(view().getByRole('region').textContent).toContain('согласия: img.')
  expect(view().getByRole('region').textContent).toContain('Оператор: ')
  expect(rootOnPage().querySelector('img')).toBeNull()
})

test('takes the owner’s texts from a function of the language', () => {
  show({ options: { texts: (language) => ({ 'notice.title': `Texts in ${language}` }) } })
  expect(view().getByRole('region', { name: 'Texts in ru' })).toBeTruthy()
})

test('closes without an answer on Escape', () => {
  const { given, dismiss } = show()
  fireEvent.keyDown(button('Настроить'), { key: 'a' })
  expect(dismiss).not.toHaveBeenCalled()
  fireEvent.keyDown(button('Настроить'), { key: 'Escape' })
  expect(dismiss).toHaveBeenCalledOnce()
  expect(given).toEqual([])
})

test('fetches the preferences when the visitor is about to want them', async () => {
  const { use } = show()
  expect(use).not.toHaveBeenCalled()
  fireEvent.pointerEnter(button('Настроить'))
  await waitFor(() => expect(use).toHaveBeenCalledWith('preferences.ru', expect.anything()))
  expect(view().queryByRole('dialog')).toBeNull()
})

test('reports preferences that do not come, and closes', async () => {
  const { report, dismiss } = show({ load: () => Promise.reject(new Error('404')) })
  fireEvent.click(button('Настроить'))
  await waitFor(() => expect(dismiss).toHaveBeenCalledOnce())
  expect(report).toHaveBeenCalledWith('view-failed', 'preferences', new Error('404'))
})

test('stays when the preferences are fetched ahead in vain', async () => {
  const { report, dismiss } = show({ load: () => Promise.reject(new Error('404')) })
  fireEvent.pointerEnter(button('Настроить'))
  await waitFor(() => expect(report).toHaveBeenCalledOnce())
  expect(dismiss).not.toHaveBeenCalled()
})

test('stays away once undone', () => {
  const { $view } = show()
  undo()
  expect(hostOnPage()).toBeNull()
  $view.set('none')
  $view.set('notice')
  expect(hostOnPage()).toBeNull()
})
