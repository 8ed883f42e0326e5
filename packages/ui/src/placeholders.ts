import type { Layer } from '../../core/src/gate/layer.ts'
import type { Decision } from '../../core/src/model/decision.ts'
import { isPerson } from '../../core/src/on-demand/is-person.ts'
import type { Messages } from '../../core/src/view.ts'
import css from './placeholders.css?inline'
import { serviceOf } from './placeholders/embed-facts.ts'
import type { EmbedScene } from './placeholders/embed-scene.ts'
import { isVisibleEmbed } from './placeholders/is-visible-embed.ts'
import { createPlaceholder, type Placeholder } from './placeholders/placeholder.ts'
import { createWords, textsFile, type Words } from './words.ts'

export type { EmbedScene } from './placeholders/embed-scene.ts'

/** Puts placeholders where embeds are held, until undone. */
export function mountPlaceholders(scene: EmbedScene): Layer {
  const { state, openOnce } = scene
  const { consent, files, options, report, $view, $language } = state
  const sheet = new CSSStyleSheet()
  const shown = new Map<Element, Placeholder>()
  const opened = new Map<Element, () => void>()
  let held: readonly Element[] = []
  let words: Words | undefined
  let drawing = 0

  /** Where children are kept out, the statement of age comes first; it is made in the preferences. */
  const isHeld = (): boolean => {
    const isFirst = !!options.minors && !allowsAnything(consent.$decision.get())
    if (isFirst) $view.set('preferences')
    return isFirst
  }
  const actionsOf = (embed: Element) => ({
    once(event: Event) {
      if (isHeld()) return
      if (isPerson(event)) opened.set(embed, openOnce(embed))
    },
    always(event: Event) {
      if (isHeld()) return
      const [service, category] = [serviceOf(embed, scene)?.id, embed.getAttribute('data-category')]
      const request = service ? { services: [service] } : { categories: [`${category}`] }
      const panel = (event.currentTarget as Element).closest('[part=embed]')
      scene.respond(request, { action: 'load-always', event, shown: `${panel?.textContent}` })
    },
  })
  const draw = (): void => {
    for (const embed of held) {
      if (!words || !embed.isConnected) continue
      if (!shown.has(embed) && isVisibleEmbed(embed, scene)) {
        const props = { ...scene, ...actionsOf(embed), sheet }
        shown.set(embed, createPlaceholder(embed as HTMLElement, words, props))
      }
      shown.get(embed)?.place()
    }
  }
  // Before the page's stylesheets are there nothing is painted, and sizes mean nothing.
  const drawSoon = (): void => {
    cancelAnimationFrame(drawing)
    drawing = requestAnimationFrame(draw)
  }
  const speak = async (): Promise<void> => {
    const language = $language.get() || scene.findLanguage()
    try {
      await files.use(
        textsFile('placeholders', language, state),
        (file: { readonly default: Messages }) => {
          if (language !== ($language.get() || scene.findLanguage())) return
          words = createWords(options, language, file.default)
          for (const placeholder of shown.values()) placeholder.speak(words)
          drawSoon()
        },
      )
    } catch (cause) {
      report('load-failed', 'placeholders', cause)
    }
  }
  sheet.replaceSync(css)
  addEventListener('resize', drawSoon)
  void speak()
  const stops = [
    $language.listen(() => void speak()),
    // Who takes back everything does not mean to leave out what was opened for once.
    consent.$decision.listen((decision) => {
      if (allowsAnything(decision)) return
      for (const close of opened.values()) close()
      opened.clear()
    }),
  ]
  return {
    show(next) {
      held = next
      for (const [embed, placeholder] of shown) {
        if (next.includes(embed)) continue
        shown.delete(embed)
        placeholder.remove()
      }
      drawSoon()
    },
    stop() {
      for (const stop of stops) stop()
      cancelAnimationFrame(drawing)
      removeEventListener('resize', drawSoon)
      for (const placeholder of shown.values()) placeholder.remove()
      shown.clear()
    },
  }
}

const allowsAnything = (decision: Decision | null): boolean =>
  Object.values({ ...decision?.categories, ...decision?.services }).includes(true)
