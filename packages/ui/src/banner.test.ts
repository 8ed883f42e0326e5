// @vitest-environment happy-dom
import { fireEvent } from '@testing-library/preact'
import { afterEach, expect, test } from 'vitest'
import { showNotice } from './notice.ts'
import { category, type Circumstances, decided, fakeCore, textsOf } from './testing/fake-core.ts'
import { view } from './testing/screen.ts'

let undo = () => {}

function show(circumstances: Circumstances) {
  const fake = fakeCore(circumstances)
  fake.$view.set('notice')
  undo = showNotice(fake, textsOf('notice.ru'))
  return fake
}
const button = (name: string) => view().getByRole('button', { name })

afterEach(() => undo())

test('has two equal buttons and a link to details where there is one thing to decide on', () => {
  show({ categories: [category('necessary'), category('analytics')] })
  const [reject, accept, details] = [
    button('Отклонить'),
    button('Принять все'),
    button('Подробнее'),
  ]
  expect([reject.className, accept.className, details.className]).toEqual(['', '', 'plain'])
  expect(view().queryByRole('button', { name: 'Настроить' })).toBeNull()
})

test('speaks of nothing to agree to where nothing is optional', () => {
  show({ categories: [category('necessary')] })
  expect(view().getByRole('status').textContent).toMatch(/^Необходимые.*Других нет\. $/)
})

test('says which category "accept all" leaves out', () => {
  const own = { ...category('ai-training'), label: 'Обучение ИИ' }
  show({ categories: [category('necessary'), category('analytics'), own] })
  expect(view().getByRole('status').textContent).toContain(
    '«Принять все» не включает: Обучение ИИ.',
  )
})

test('asks about a category of the owner by its name where nothing else is asked', () => {
  const own = { ...category('ai-training'), label: 'Обучение ИИ' }
  const categories = [category('necessary'), category('analytics'), own]
  const { given } = show({ categories, decision: decided({ analytics: true }) })
  expect(view().getByRole('status').textContent).not.toContain('Принять все')
  fireEvent.click(button('Разрешить'))
  expect(given).toMatchObject([{ action: 'save', request: { categories: ['ai-training'] } }])
})

test('leaves to the browser what its keys do', () => {
  show({})
  // False is what a cancelled event gives.
  expect(fireEvent.keyDown(button('Отклонить'), { key: 'Tab' })).toBe(true)
})
