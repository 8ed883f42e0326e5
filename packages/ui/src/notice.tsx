import { h, render } from 'preact'
import type { Running, State } from '../../core/src/state.ts'
import type { Messages } from '../../core/src/view.ts'
import { Banner } from './banner.tsx'
import css from './notice.css?inline'
import type { MountPreferences } from './shell.ts'
import { keepAbove } from './top-layer.ts'
import { createWords } from './words.ts'

/**
 * Draws the notice when `$view` says so, until undone. Everything else is drawn by the preferences'
 * file, which is fetched on intent.
 */
export function showNotice(state: State, running: Running, messages: Messages): () => void {
  const { consent, options, files, report, $view, $language } = state
  const host = document.createElement('kelisim-view')
  const root = host.attachShadow({ mode: 'open' })
  const sheet = new CSSStyleSheet()
  const life = new AbortController()
  const settle = keepAbove(root, life.signal)
  let words = createWords(options, $language.get(), messages)
  let isOpen = false
  let unmount: (() => void) | undefined

  const draw = () => {
    render(isOpen && <Banner {...{ state, running, words, root, prefetch }} />, root)
    settle()
  }
  const use = async (name: string, run: (file: never) => void) => {
    try {
      await files.use(name, run)
    } catch (cause) {
      report('view-failed', name, cause)
      // What is recorded is the language on the screen.
      consent.setLanguage(words.language)
      if (!unmount && $view.get() !== 'notice') running.dismiss()
    }
  }
  const prefetch = () =>
    use('preferences', (file: { readonly default: MountPreferences }) => {
      unmount ??= file.default({ state, running, root, preact: { h, render } })
    })
  sheet.replaceSync(css)
  root.adoptedStyleSheets = [sheet]
  // Outside <body>, which some sites replace as a whole.
  document.documentElement.append(host)
  let returns = 1
  const observer = new MutationObserver(() => {
    // A page that replaces all of its content loses it; one that insists wins.
    if (host.isConnected || returns-- < 1) return
    document.documentElement.append(host)
    settle()
  })
  observer.observe(document.documentElement, { childList: true })
  const stops = [
    $view.subscribe((view) => {
      // The notice stays behind the dialog that was opened from it.
      if (view !== 'preferences') isOpen = view === 'notice'
      draw()
      if (view === 'preferences' || view === 'reload') void prefetch()
    }),
    $language.listen((language) =>
      use(`notice.${language}`, (file: { readonly default: Messages }) => {
        if (language !== $language.get()) return
        words = createWords(options, language, file.default)
        draw()
      }),
    ),
  ]
  return () => {
    for (const stop of stops) stop()
    unmount?.()
    life.abort()
    observer.disconnect()
    host.remove()
  }
}
