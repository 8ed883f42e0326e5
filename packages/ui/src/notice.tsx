import { Fragment, h, render, type VNode } from 'preact'
import type { Messages, MountView, View } from '../../core/src/view.ts'
import { Banner } from './banner.tsx'
import { attachHost } from './host.ts'
import { LanguageSwitch } from './language-switch.tsx'
import { linkAddress } from './link-address.ts'
import css from './notice.css?inline'
import { ReloadOffer } from './reload-offer.tsx'
import type { MountPreferences, Scene } from './shell.ts'
import { createShownText } from './shown-text.ts'
import { createTopLayer } from './top-layer.ts'
import { createWords } from './words.ts'

type File<T> = { readonly default: T }
type Files = [File<Messages>, File<Messages>?, File<MountPreferences>?]

/** Draws what `$view` says until undone; the preferences come from a file of their own. */
const mountNotice: MountView = (context, messages) => {
  const { $view, $language, options } = context
  const shownText = createShownText()
  const { root, remove } = attachHost(css, () => topLayer.settle())
  const topLayer = createTopLayer(() => root.querySelector('section'))
  let words = createWords(options, $language.get(), messages)
  let layer: View = 'none'
  let dialog: ((scene: Scene) => VNode) | null = null
  let closeDialog: (() => void) | undefined

  const fetchFiles = (language: string, isDialog: boolean): Promise<unknown>[] =>
    [`notice.${language}`, ...(isDialog ? [`preferences.${language}`, 'preferences'] : [])].map(context.load)

  const draw = () => {
    const scene: Scene = {
      context,
      words,
      answer: (action, answers, event) =>
        context.answer(answers, { action, event, shownSha256: shownText.sha256() }),
      // A file that does not come is reported when it is really wanted.
      prefetch: () => void Promise.allSettled(fetchFiles(words.language, true)),
    }
    render(
      <>
        {layer !== 'none' && <Notice {...scene} layer={layer} />}
        {dialog?.(scene)}
      </>,
      root,
    )
    topLayer.settle()
    // The dialog is the last one, and what the visitor looks at while it is open.
    shownText.read(root.lastElementChild)
  }

  const follow = async () => {
    const view = $view.get()
    const language = $language.get()
    const isDialog = view === 'preferences'
    if (!isDialog) {
      closeDialog?.()
      closeDialog = undefined
      layer = view
      draw()
    }
    if (language === words.language && isDialog === !!closeDialog) return
    try {
      const [texts, more, preferences] = (await Promise.all(fetchFiles(language, isDialog))) as Files
      if (!root.isConnected || view !== $view.get() || language !== $language.get()) return
      words = createWords(options, language, { ...texts.default, ...more?.default })
      closeDialog ??= preferences?.default(context, shell)
      draw()
    } catch (cause) {
      context.report('view-failed', view, cause)
      // What is recorded is the language on the screen.
      context.consent.setLanguage(words.language)
      if (isDialog && !closeDialog) context.close()
    }
  }
  const shell = {
    preact: { h, render, Fragment },
    root,
    LanguageSwitch,
    linkAddress,
    draw(next: typeof dialog) {
      dialog = next
      draw()
    },
  }
  const stops = [$view.subscribe(follow), $language.listen(follow), () => closeDialog?.(), topLayer.remove, remove]
  return () => stops.forEach((stop) => stop())
}

export default mountNotice

function Notice({ layer, ...scene }: Scene & { readonly layer: View }): VNode {
  const { context, words } = scene
  return (
    <section
      part="notice"
      popover="manual"
      aria-labelledby="title"
      lang={words.language}
      dir="auto"
      onKeyDown={(event) => event.key === 'Escape' && context.close()}
    >
      {layer === 'reload' ? <ReloadOffer {...scene} /> : <Banner {...scene} />}
    </section>
  )
}
