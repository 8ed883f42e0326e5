import { waitFor, within } from '@testing-library/preact'
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
  undo = showNotice(fake, textsOf(`notice.${fake.$language.get()}`))
  view().getByRole('button', { name: 'Настроить' }).focus()
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
