import { h, render } from 'preact'
import type { Request } from '../../core/src/on-demand/answer.ts'
import type { Action, Messages } from '../../core/src/view.ts'
import css from './preferences.css?inline'
import { createDialogWords, type DialogWords } from './preferences/dialog-words.ts'
import { Dialog } from './preferences/dialog.tsx'
import { createDraft, type Draft } from './preferences/draft.ts'
import { type Part, type PartFile, LAYERS, type PartName } from './preferences/parts.ts'
import { ReloadOffer } from './preferences/reload-offer.tsx'
import type { MountPreferences } from './shell.ts'
import type { Layer } from './words.ts'

/**
 * Draws the dialog and the offer to reload when `$view` says so, until undone. What the visitor has
 * switched is kept through a change of language.
 */
const mountPreferences: MountPreferences = (shell) => {
  const { state, running, respond, root, age, languageSwitch, createWords, textsFile } = shell
  const { files, options, report, $view, $language } = state
  const place = document.createElement('div')
  const layers = new Set<Layer>(['notice', 'preferences'])
  let parts: Partial<Record<PartName, Part>> = {}
  let folds = new Set<string>()
  let words: DialogWords | undefined
  let draft: Draft | undefined

  const style = (text: string) => {
    const sheet = new CSSStyleSheet()
    sheet.replaceSync(text)
    root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet]
  }
  const answer = (action: Action, request: Request, event: Event) => {
    if (age?.holds(request, place)) return
    respond(request, { action, event, shown: `${place.textContent}`, isOfAge: age?.isStated })
  }
  const draw = () => {
    const view = $view.get()
    if (!words) return
    if (view !== 'preferences') {
      // Closing first gives the focus back to where it came from, and takes the backdrop away.
      place.querySelector('dialog')?.close()
      draft = undefined
      parts = {}
      folds = new Set()
    }
    if (view === 'preferences' || view === 'notice') {
      // Whoever comes near the control most likely opens it next: it is made ahead, and closed.
      const fresh = draft ?? createDraft(state)
      if (view === 'preferences') draft = fresh
      const scene = { state, running, age, languageSwitch, words, draft: fresh, folds, parts }
      render(<Dialog {...scene} {...{ want, answer }} redraw={draw} />, place)
      if (view === 'preferences') open()
    } else {
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
  /** Puts the texts of all layers that are in use together. */
  const speak = async () => {
    const language = $language.get()
    const tables = await Promise.all(
      [...layers].map((layer) =>
        files.use(textsFile(layer, language, state), (file: { default: Messages }) => file.default),
      ),
    )
    if (language !== $language.get() || !place.isConnected) return
    const texts = Object.assign({}, ...tables)
    words = createDialogWords(options, createWords(options, language, texts), texts)
    draw()
  }
  const want = async (name: PartName) => {
    if (parts[name]) return
    const mine = parts
    try {
      const getReady = async (file: PartFile) => {
        if (!layers.has(name)) style(file.css)
        return file.default(shell)
      }
      const texts = LAYERS[name].map((layer) =>
        files.use(textsFile(layer, $language.get(), state), () => {}),
      )
      const [part] = await Promise.all([files.use(name, getReady), ...texts])
      mine[name] ??= part
      for (const layer of LAYERS[name]) layers.add(layer)
      await speak()
    } catch (cause) {
      report('view-failed', name, cause)
    }
  }
  const follow = async () => {
    const view = $view.get()
    const language = $language.get()
    if (view === 'reload' && options.reload === 'auto') return location.reload()
    if (words?.language === language) return draw()
    try {
      await speak()
    } catch (cause) {
      report('view-failed', language, cause)
      // What is recorded is the language on the screen.
      if (words) $language.set(words.language)
      else if (view !== 'notice') running.dismiss()
    }
    return undefined
  }
  style(css)
  root.append(place)
  const stops = [$view.subscribe(follow), $language.listen(follow)]
  return () => {
    for (const stop of stops) stop()
    place.querySelector('dialog')?.close()
    place.remove()
  }
}

export default mountPreferences
