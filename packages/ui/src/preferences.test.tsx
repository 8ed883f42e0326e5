// @vitest-environment happy-dom
import { fireEvent, waitFor } from '@testing-library/preact'
import { userEvent } from '@testing-library/user-event'
import { afterEach, expect, test } from 'vitest'
import { category, decided } from './testing/fake-core.ts'
import { button, close, dialog, open, toggle } from './testing/preferences-on-page.ts'
import { view } from './testing/screen.ts'

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
  expect(given).toMatchObject([
    { action: 'reject-all', request: false },
    {
      action: 'accept-all',
      request: { all: true, among: ['necessary', 'analytics', 'marketing'] },
    },
  ])
})

test('says which category "accept all" leaves out, and hands on what was set there', async () => {
  const { given } = await open({
    categories: [
      category('necessary'),
      category('analytics'),
      { ...category('ai-training'), label: 'Обучение ИИ' },
      { ...category('club'), label: 'Клуб', acceptAll: true },
    ],
  })
  expect(view().getAllByText('Не входит в «Принять все»')).toHaveLength(1)
  fireEvent.click(toggle('Обучение ИИ'))
  fireEvent.click(button('Принять все'))
  expect(given[0]?.request).toMatchObject({
    beside: { categories: { 'ai-training': true, club: false } },
  })
})

test('warns of what records the visitor before anything is unfolded', async () => {
  await open({
    categories: [
      category('necessary'),
      category('analytics', { id: 'visor', name: 'Вебвизор', recordsInput: true }, { id: 'one' }),
    ],
  })
  expect(dialog().textContent).toContain(
    'Записывает ваши действия на странице: Вебвизор. Можно отключить отдельно.',
  )
  expect(toggle('Вебвизор').checked).toBe(false)
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

test('hands on the text of the dialog, not of the notice behind it', async () => {
  const { given } = await open()
  fireEvent.click(button('Отклонить все'))
  expect(given[0]?.shown).toContain('Настройки cookie')
  expect(given[0]?.shown).not.toContain('Файлы cookie')
})
