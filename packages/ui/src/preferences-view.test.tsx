// @vitest-environment happy-dom
import { fireEvent, waitFor, within } from '@testing-library/preact'
import { afterEach, expect, test, vi } from 'vitest'
import { showNotice } from './notice.ts'
import { fakeCore, textsOf } from './testing/fake-core.ts'
import { button, close, dialog, open, toggle } from './testing/preferences-on-page.ts'
import { hostOnPage, rootOnPage, view } from './testing/screen.ts'

afterEach(close)

test('is a modal dialog with a name that starts with its heading', async () => {
  await open()
  expect(view().getByRole('dialog', { name: 'Настройки cookie' })).toBe(dialog())
  expect(dialog().open).toBe(true)
  expect(rootOnPage().activeElement?.textContent).toBe('Настройки cookie')
})

test('changes the language in place: switches, folds and focus stay', async () => {
  await open()
  fireEvent.click(toggle('One'))
  const details = rootOnPage().querySelectorAll('details')[1]
  if (details) details.open = true
  const kazakh = button(/^Қаз\s?ақша$/)
  const before = dialog()
  kazakh.focus()
  fireEvent.click(kazakh)
  await waitFor(() => expect(dialog().lang).toBe('kk'))
  expect(dialog()).toBe(before)
  expect(view().getByRole('dialog', { name: 'Cookie баптаулары' })).toBe(before)
  expect(toggle('One').checked).toBe(true)
  expect(within(before).getByRole('checkbox', { name: 'Аналитикалық' })).toBeTruthy()
  expect(details?.open).toBe(true)
  expect(rootOnPage().activeElement).toBe(kazakh)
})

test.each([
  ['the close button', () => fireEvent.click(button('Закрыть'))],
  ['Escape, which closes a dialog natively', () => dialog().close()],
])('gives no answer by %s', async (_, closing) => {
  const { given, dismiss, $view } = await open()
  closing()
  await waitFor(() => expect(dismiss).toHaveBeenCalledOnce())
  expect([given, $view.get()]).toEqual([[], 'none'])
  expect(view().queryByRole('dialog')).toBeNull()
})

test('gives way to the notice without dismissing it', async () => {
  const { $view, dismiss } = await open()
  const region = rootOnPage().querySelector('section')
  $view.set('notice')
  await new Promise((resolve) => setTimeout(resolve, 20))
  expect(dismiss).not.toHaveBeenCalled()
  expect(view().queryByRole('dialog')).toBeNull()
  expect(rootOnPage().querySelector('section')).toBe(region)
})

test('closes the dialog before it is removed, so that its backdrop goes, too', async () => {
  const { $view } = await open()
  const closing = vi.spyOn(dialog(), 'close')
  $view.set('reload')
  expect(closing).toHaveBeenCalledOnce()
  expect(view().queryByRole('dialog')).toBeNull()
})

test('offers a reload', async () => {
  const { $view, dismiss } = await open()
  $view.set('reload')
  const reload = vi.spyOn(location, 'reload').mockImplementation(() => {})
  expect(view().getByRole('region', { name: /перезагрузите|обновите/ })).toBeTruthy()
  const [now, later] = view().getAllByRole('button')
  if (now) fireEvent.click(now)
  expect(reload).toHaveBeenCalledOnce()
  expect(dismiss).not.toHaveBeenCalled()
  if (later) fireEvent.click(later)
  expect(dismiss).toHaveBeenCalledOnce()
})

test('reloads at once where the owner wants that', async () => {
  const { $view } = await open({ options: { reload: 'auto' } })
  const reload = vi.spyOn(location, 'reload').mockImplementation(() => {})
  reload.mockClear()
  $view.set('reload')
  expect(reload).toHaveBeenCalledOnce()
})

test('leaves nothing behind', async () => {
  const { $view, report } = await open()
  const root = rootOnPage()
  $view.set('none')
  expect(root.querySelector('dialog, section')).toBeNull()
  $view.set('preferences')
  close()
  expect(hostOnPage()).toBeNull()
  await new Promise((resolve) => setTimeout(resolve, 20))
  expect(report).not.toHaveBeenCalled()
  expect(root.querySelector('dialog')).toBeNull()
})

test('stays away when the visitor has gone on before it came', async () => {
  const fake = fakeCore()
  const { use, $view } = fake
  $view.set('preferences')
  const undo = showNotice(fake, textsOf('notice.ru'))
  $view.set('none')
  await vi.waitFor(() => expect(use).toHaveBeenCalledWith('preferences', expect.anything()))
  await new Promise((resolve) => setTimeout(resolve, 20))
  expect(view().queryByRole('dialog')).toBeNull()
  undo()
})
