import { h } from 'preact'
import { adoptStyles } from './host.ts'
import css from './preferences.css?inline'
import { Dialog } from './preferences/dialog.tsx'
import { createDraft } from './preferences/draft.ts'
import type { MountPreferences } from './shell.ts'

/** Opens the preferences until undone. What the visitor has switched is kept through a change of language. */
const mountPreferences: MountPreferences = (context, shell) => {
  const { root, draw } = shell
  const sheets = root.adoptedStyleSheets
  const draft = createDraft(context)
  const redraw = () =>
    draw((scene) => <Dialog {...scene} {...shell} draft={draft} redraw={redraw} />)
  adoptStyles(root, css)
  redraw()
  const dialog = root.querySelector('dialog')
  dialog?.showModal()
  // A reader starts with the name of the dialog; the first control would be the language.
  dialog?.querySelector('h2')?.focus()
  return () => {
    // Closing first gives the focus back to where it came from.
    dialog?.close()
    draw(null)
    root.adoptedStyleSheets = sheets
  }
}

export default mountPreferences
