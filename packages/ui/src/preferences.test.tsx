// @vitest-environment happy-dom
import { fireEvent, waitFor } from '@testing-library/preact'
import { userEvent } from '@testing-library/user-event'
import { afterEach, expect, test } from 'vitest'
import { category, decided } from './testing/fake-core.ts'
import { button, close, dialog, open, toggle } from './testing/preferences-on-page.ts'
import { rootOnPage, view } from './testing/screen.ts'

afterEach(close)

test('shows Reject before Accept as the same button', async () => {
  await open()
  const [reject, accept] = [button('Отклонить все'), button('Принять все')]
  expect(reject.nextElementSibling).toBe(accept)
  expect(reject.outerHTML.replace('Отклонить', 'Принять')).toBe(accept.outerHTML)
})

test('ticks nothing before the visitor does', async () => {
  await open()
  const switches = view().getAllByRole<HTMLInputElement>('switch', { hidden: true })
  expect(switches.map(({ checked, indeterminate }) => [checked, indeterminate])).toEqual(
    switches.map(() => [false, false]),
  )
  expect(switches).toHaveLength(4)
  expect(view().queryByRole('switch', { name: 'Строго необходимые' })).toBeNull()
  expect(dialog().textContent).toContain('Всегда включены')
})

test('starts from what is allowed now', async () => {
  await open({ decision: decided({ analytics: true, marketing: false }, { one: true, two: true }) })
  expect([toggle('Аналитические').checked, toggle('One').checked]).toEqual([true, true])
  expect(toggle('Маркетинговые').checked).toBe(false)
})

test('marks what is asked again', async () => {
  await open({ decision: decided({ analytics: true }, {}, { analytics: 'today' }) })
  expect(view().getAllByText('Изменилось: спрашиваем снова')).toHaveLength(1)
})

test('does not let a script turn a switch on', async () => {
  const { people, given } = await open()
  people.are = false
  const analytics = toggle('Аналитические')
  fireEvent.click(analytics)
  expect(analytics.checked).toBe(false)
  analytics.checked = true
  fireEvent.change(analytics)
  expect(analytics.checked).toBe(false)
  people.are = true
  fireEvent.click(button('Сохранить выбор'))
  expect(given[0]?.request).toMatchObject({
    answers: { categories: { analytics: false, marketing: false } },
  })
})

test('lets anything turn a switch off', async () => {
  const { people } = await open({ decision: decided({ marketing: true }) })
  people.are = false
  fireEvent.click(toggle('Маркетинговые'))
  expect(toggle('Маркетинговые').checked).toBe(false)
})

test('saves what the visitor switched', async () => {
  const { given } = await open()
  await userEvent.click(toggle('Маркетинговые'))
  await userEvent.click(toggle('One'))
  fireEvent.click(button('Сохранить выбор'))
  expect(given).toMatchObject([
    {
      action: 'save',
      request: {
        answers: { categories: { analytics: false, marketing: true }, services: { one: true } },
      },
    },
  ])
})

test('shows a category as half while its services differ, and follows them once they agree', async () => {
  const { given } = await open()
  const analytics = toggle('Аналитические')
  fireEvent.click(toggle('Two'))
  expect([analytics.checked, analytics.indeterminate]).toEqual([false, true])
  // Only a checkbox has a third state to read aloud.
  expect(analytics.hasAttribute('role')).toBe(false)
  fireEvent.click(toggle('One'))
  expect([analytics.checked, analytics.indeterminate]).toEqual([true, false])
  fireEvent.click(analytics)
  expect([toggle('One').checked, toggle('Two').checked]).toEqual([false, false])
  fireEvent.click(button('Сохранить выбор'))
  expect(given[0]?.request).toEqual({
    answers: { categories: { analytics: false, marketing: false }, services: {} },
  })
})

test('accepts and refuses every optional category, due or not', async () => {
  const { given, $view } = await open({
    decision: decided({ analytics: true }, {}, { analytics: 'today' }),
  })
  fireEvent.click(button('Отклонить все'))
  $view.set('preferences')
  await waitFor(() => view().getByRole('dialog'))
  fireEvent.click(button('Принять все'))
  expect(given.map(({ action, request }) => [action, request])).toEqual([
    ['reject-all', false],
    ['accept-all', true],
  ])
})

test('shows when and to what the visitor answered, and takes it back', async () => {
  const { given } = await open({ decision: decided({ analytics: true }) })
  expect(dialog().textContent).toMatch(/Ваш выбор сохранён: 2\d ноября 2026.*2026-11-01/)
  fireEvent.click(button('Отозвать согласие'))
  expect(given).toMatchObject([{ action: 'withdraw', request: false }])
})

test('offers nothing to take back where nothing was given', async () => {
  await open({ decision: decided({ analytics: false }) })
  expect(view().queryByRole('button', { name: 'Отозвать согласие' })).toBeNull()
  close()
  await open()
  expect(dialog().textContent).not.toContain('Ваш выбор сохранён')
})

test('describes services as text, whatever the owner wrote', async () => {
  const markup = '<img src=x>'
  const service = { id: 'x', name: markup, vendor: markup, country: 'DE', purpose: { ru: 'Карты' } }
  await open({
    categories: [
      category('necessary'),
      category('maps', { ...service, privacyUrl: 'javascript:alert(1)' }),
    ],
    options: { operator: { name: 'ТОО', bin: '123456789013', email: 'a@b.kz', country: 'KZ' } },
  })
  const text = dialog().textContent
  for (const part of [markup, 'Карты', 'Германия · трансграничная передача', '123456789013']) {
    expect(text).toContain(part)
  }
  expect(text).toContain('1 сервис')
  expect(text).not.toContain('preferences.description')
  expect(rootOnPage().querySelector('img')).toBeNull()
  const links = view().getAllByRole<HTMLAnchorElement>('link', { hidden: true })
  expect(links.map(({ href }) => href)).toEqual(['mailto:a@b.kz'])
})

test('names the countries of the catalogue where the browser has no names', async () => {
  const categories = [category('necessary'), category('maps', { id: 'x', country: 'US' })]
  await open({ categories })
  expect(dialog().textContent).toContain('США')
})

test('hands on the text of the dialog, not of the notice behind it', async () => {
  const { given } = await open()
  fireEvent.click(button('Отклонить все'))
  expect(given[0]?.shown).toContain('Настройки cookie')
  expect(given[0]?.shown).not.toContain('Файлы cookie')
})
