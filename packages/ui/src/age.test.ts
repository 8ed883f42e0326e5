// @vitest-environment happy-dom
import { fireEvent, waitFor } from '@testing-library/preact'
import { afterEach, expect, test } from 'vitest'
import { createAge } from './age.ts'
import { showNotice } from './notice.ts'
import { type Circumstances, decided, fakeCore, textsOf } from './testing/fake-core.ts'
import { button as inDialog, close, dialog, open } from './testing/preferences-on-page.ts'
import { rootOnPage, view } from './testing/screen.ts'

const MINORS = { options: { minors: { age: 16 } } }

let undo = () => {}

function show(circumstances: Circumstances = {}) {
  const fake = fakeCore({ ...MINORS, ...circumstances })
  fake.$view.set('notice')
  undo = showNotice(fake, textsOf('notice.ru'), { age: createAge(fake.state) })
  return fake
}
const button = (name: string) => view().getByRole('button', { name })
const box = () => view().getByRole<HTMLInputElement>('checkbox')

afterEach(() => {
  undo()
  close()
})

test('asks for a statement that nobody has made yet', () => {
  show()
  expect(box().checked).toBe(false)
  const label = box().closest('label')
  expect(label?.textContent).toBe('Мне 16 или больше, либо согласен мой законный представитель.')
})

test('allows nothing without it, and says why: the statement gets the focus and is marked', () => {
  const { given } = show()
  fireEvent.click(button('Принять все'))
  expect(given).toEqual([])
  expect(rootOnPage().activeElement).toBe(box())
  expect(box().getAttribute('aria-invalid')).toBe('true')
  const reason = rootOnPage().getElementById(`${box().getAttribute('aria-describedby')}`)
  expect(reason?.textContent).toBe('Без этого можно только отклонить.')
})

test('lets everybody refuse', () => {
  const { given } = show()
  fireEvent.click(button('Отклонить'))
  expect(given).toMatchObject([{ action: 'reject-all', isOfAge: false }])
})

test('hands on the statement with the answer', () => {
  const { given } = show()
  fireEvent.click(box())
  fireEvent.click(button('Принять все'))
  expect(given).toMatchObject([{ action: 'accept-all', isOfAge: true }])
})

test('takes no statement from a script', () => {
  const { given, people } = show()
  people.are = false
  fireEvent.click(box())
  expect(box().checked).toBe(false)
  box().checked = true
  people.are = true
  fireEvent.click(button('Принять все'))
  expect(given).toEqual([])
})

test('does not ask again where something was allowed before', () => {
  show({ decision: decided({ analytics: true }, {}, { analytics: 'today' }) })
  expect(view().queryByRole('checkbox')).toBeNull()
})

test('keeps the statement through a change of language', async () => {
  show()
  fireEvent.click(box())
  fireEvent.click(view().getByRole('button', { name: /^Қаз\s?ақша$/ }))
  await waitFor(() => expect(view().getByText(/заңды өкілім/)).toBeTruthy())
  expect(box().checked).toBe(true)
})

test('holds "accept all" and a choice that allows something in the preferences, too', async () => {
  const { given } = await open(MINORS)
  fireEvent.click(inDialog('Принять все'))
  const one = view().getByRole('switch', { name: 'One', hidden: true })
  fireEvent.click(one)
  fireEvent.click(inDialog('Сохранить выбор'))
  expect(given).toEqual([])
  fireEvent.click(one)
  fireEvent.click(inDialog('Сохранить выбор'))
  expect(given).toMatchObject([{ action: 'save', isOfAge: false }])
})

test('is made once for both layers', async () => {
  const { given, $view } = await open(MINORS)
  $view.set('notice')
  fireEvent.click(box())
  $view.set('preferences')
  await waitFor(() => view().getByRole('dialog'))
  expect(dialog().querySelector<HTMLInputElement>('[part=statement] input')?.checked).toBe(true)
  fireEvent.click(inDialog('Принять все'))
  expect(given).toMatchObject([{ isOfAge: true }])
})
