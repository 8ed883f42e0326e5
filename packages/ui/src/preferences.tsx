import { h, render } from 'preact'
import type { Messages } from '../../core/src/view.ts'
import css from './preferences.css?inline'
import { createDialogWords, type DialogWords } from './preferences/dialog-words.ts'
import { Dialog } from './preferences/dialog.tsx'
import { createDraft, type Draft } from './preferences/draft.ts'
import { ReloadOffer } from './preferences/reload-offer.tsx'
import type { MountPreferences } from './shell.ts'
import { textsFile } from './words.ts'

/**
 * Draws the dialog and the offer to reload when `$view` says so, until undone. What the visitor has
 * switched is kept through a change of language.
 */
const mountPreferences: MountPreferences = ({ state, running, respond, root }) => {
  const { files, options, report, $view, $language } = state
  const place = document.createElement('div')
  const sheet = new CSSStyleSheet()
  let words: DialogWords | undefined
  let draft: Draft | undefined

  const draw = () => {
    const view = $view.get()
    if (!words) return
    if (view === 'preferences') {
      draft ??= createDraft(state)
      render(
        <Dialog
          {...{ state, running, words, draft }}
          redraw={draw}
          answer={(action, request, event) =>
            respond(request, { action, event, shown: `${place.textContent}` })
          }
        />,
        place,
      )
      open()
    } else {
      // Closing first gives the focus back to where it came from, and takes the backdrop away.
      place.querySelector('dialog')?.close()
      draft = undefined
      render(view === 'reload' && <ReloadOffer {...{ running, words }} />, place)
      place.querySelector('section')?.showPopover?.()
    }
  }
  const open = () => {
    const dialog = place.querySelector('dialog')
    if (!dialog || dialog.open) return
    dialog.showModal()
    // A reader starts with the name of the dialog; the first control would be the language.
    dialog.querySelector('h2')?.focus()
  }
  const follow = async () => {
    const view = $view.get()
    const language = $language.get()
    if (view === 'reload' && options.reload === 'auto') return location.reload()
    if (words?.language === language) return draw()
    try {
      const layers = ['notice', 'preferences'] as const
      const tables = await Promise.all(
        layers.map((layer) =>
          files.use(
            textsFile(layer, language, state),
            (file: { default: Messages }) => file.default,
          ),
        ),
      )
      if (language !== $language.get() || !place.isConnected) return undefined
      words = createDialogWords(options, language, Object.assign({}, ...tables))
      draw()
    } catch (cause) {
      report('view-failed', language, cause)
      // What is recorded is the language on the screen.
      if (words) $language.set(words.language)
      else if (view !== 'notice') running.dismiss()
    }
    return undefined
  }
  sheet.replaceSync(css)
  root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet]
  root.append(place)
  const stops = [$view.subscribe(follow), $language.listen(follow)]
  return () => {
    for (const stop of stops) stop()
    place.querySelector('dialog')?.close()
    place.remove()
  }
}

export default mountPreferences
