import type { Messages } from '../../core/src/view.ts'
import type { Age } from './age.ts'
import { announce } from './announce.ts'
import { createBanner } from './banner.ts'
import { element, renew } from './element.ts'
import { languageSwitch } from './language-switch.ts'
import type { Layouts } from './layouts.ts'
import { linkAddress } from './link-address.ts'
import css from './notice.css?inline'
import type { PolicyChange } from './policy-change.ts'
import type { MountPreferences, Preact, Scene } from './shell.ts'
import { instantHost, takeOver } from './take-over.ts'
import { keepAbove } from './top-layer.ts'
import { createWords, textsFile } from './words.ts'

/** What only some owners ask for. */
interface Extras {
  readonly age?: Age | undefined
  readonly layouts?: Layouts | undefined
  readonly change?: PolicyChange | undefined
}

/**
 * Draws the notice when `$view` says so, until undone. Everything else is drawn by the preferences'
 * file, which is fetched on intent.
 */
export function showNotice(
  scene: Scene,
  messages: Messages,
  { age, layouts, change = () => [] }: Extras = {},
): () => void {
  const { state, running } = scene
  const { options, files, report, $view, $language } = state
  const inline = layouts?.inlineRoot(state)
  // An instant one is above the page.
  if (inline) instantHost()?.remove()
  const instant = instantHost()
  const host = instant ?? document.createElement('kelisim-view')
  const root = host.shadowRoot ?? host.attachShadow({ mode: 'open' })
  const sheet = new CSSStyleSheet()
  const life = new AbortController()
  const settle = keepAbove(root, life.signal)
  let words = createWords(options, $language.get(), messages)
  const edge = `scrollPadding${options.place?.startsWith('top') ? 'Top' : 'Bottom'}` as const
  const { documentElement } = document
  const { style } = documentElement
  const padding = style[edge]
  let banner = root.querySelector('section')
  let unmount: (() => void) | undefined

  const place = inline ?? root
  const shown = () => `${place.textContent}`
  const make = () =>
    createBanner(element, {
      ...scene,
      words,
      shown,
      prefetch,
      age,
      change,
      link: linkAddress,
      isInline: !!inline,
    })
  /** Fetches files at the same time, so that none waits for another, and hands on what they export. */
  const use = async (names: readonly string[], run: (...files: never[]) => void) => {
    try {
      run(...((await Promise.all(names.map((name) => files.use(name, (file) => file)))) as never[]))
    } catch (cause) {
      report('view-failed', names[0], cause)
      // What is recorded is the language on the screen.
      $language.set(words.language)
      if (!unmount && $view.get() !== 'notice') running.dismiss()
    }
  }
  const prefetch = () =>
    use(
      ['preferences', 'preact', textsFile('preferences', $language.get(), state)],
      (file: { readonly default: MountPreferences }, preact: Preact) => {
        unmount ??= file.default({
          ...scene,
          root,
          preact,
          age,
          languageSwitch,
          createWords,
          textsFile,
        })
      },
    )
  sheet.replaceSync([css, layouts?.css, age?.css].join(''))
  for (const each of [root, inline]) if (each) each.adoptedStyleSheets = [sheet]
  // Outside <body>, which some sites replace as a whole.
  if (!instant) documentElement.append(host)
  let returns = 1
  const observer = new MutationObserver(() => {
    // A page that replaces all of its content loses it; one that insists wins.
    if (host.isConnected || returns-- < 1) return
    documentElement.append(host)
    settle()
  })
  observer.observe(documentElement, { childList: true })
  const stops = [
    $view.subscribe((view) => {
      // The notice stays behind the dialog that was opened from it.
      if (view === 'notice' && (!banner || instant?.held)) {
        const fresh = make()
        banner = instant?.held ? takeOver(instant, fresh) : fresh
        if (banner === fresh) place.append(banner)
        announce(place)
      } else if (view === 'none' || view === 'reload') {
        banner?.remove()
        banner = null
      }
      settle()
      // What gets the focus is not scrolled to where the notice covers it (WCAG 2.2, 2.4.11).
      style[edge] = banner && !inline ? `${banner.offsetHeight + 24}px` : padding
      if (view === 'preferences' || view === 'reload') void prefetch()
    }),
    $language.listen((language) =>
      use([textsFile('notice', language, state)], (file: { readonly default: Messages }) => {
        if (language !== $language.get()) return
        words = createWords(options, language, file.default)
        if (banner) renew(banner, make())
      }),
    ),
  ]
  return () => {
    for (const stop of stops) stop()
    unmount?.()
    life.abort()
    observer.disconnect()
    style[edge] = padding
    host.remove()
    inline?.host.remove()
  }
}
