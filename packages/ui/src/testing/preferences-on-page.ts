import { fireEvent, waitFor, within } from '@testing-library/preact'
import { createAge } from '../age.ts'
import { showNotice } from '../notice.ts'
import { category, type Circumstances, type FakeCore, fakeCore, textsOf } from './fake-core.ts'
import { view } from './screen.ts'

const SERVICES = [
  category('necessary', { id: 'session' }),
  category('analytics', { id: 'one', name: 'One' }, { id: 'two', name: 'Two' }),
  category('marketing'),
]

let undo = (): void => {}

/** Removes what was opened. */
export const close = (): void => undo()

/** Opens the preferences from the notice's button. */
export async function open(circumstances: Circumstances = {}): Promise<FakeCore> {
  const fake = fakeCore({ categories: SERVICES, ...circumstances })
  fake.$view.set('notice')
  const age = fake.state.options.minors && createAge(fake.state)
  undo = showNotice(fake, textsOf(`notice.${fake.$language.get()}`), { age })
  view()
    .getByRole('button', { name: /Настроить|Подробнее/ })
    .focus()
  fake.$view.set('preferences')
  await waitFor(() => view().getByRole('dialog'))
  return fake
}

/** The dialog that is open. */
export const dialog = (): HTMLDialogElement => view().getByRole<HTMLDialogElement>('dialog')

/** A button of the dialog. */
export const button = (name: string | RegExp): HTMLElement =>
  within(dialog()).getByRole('button', { name })

/** A switch, also one that is folded away. */
export const toggle = (name: string): HTMLInputElement =>
  view().getByRole<HTMLInputElement>('switch', { name, hidden: true })

/** Opens something folded away, and waits for what is inside. */
export async function unfold(summary: string | RegExp, inside: string): Promise<void> {
  const fold = view().getByText(summary, { selector: 'summary' })
  fireEvent.click(fold)
  await waitFor(() => {
    const { open } = fold.parentElement as HTMLDetailsElement
    if (!open || !dialog().querySelector(inside))
      throw new Error(`"${fold.textContent}" is closed.`)
  })
}
