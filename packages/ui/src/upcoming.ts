import type { Layer } from '../../core/src/gate/layer.ts'
import type { Options } from '../../core/src/model/options.ts'
import type { State } from '../../core/src/state.ts'
import type { Messages } from '../../core/src/view.ts'
import { announce } from './announce.ts'
import { element } from './element.ts'
import { formatDay } from './format-day.ts'
import { linkAddress } from './link-address.ts'
import noticeCss from './notice.css?inline'
import { keepAbove } from './top-layer.ts'
import css from './upcoming.css?inline'
import { createWords, textsFile, type Words } from './words.ts'

/** A policy that is announced. */
export type Upcoming = NonNullable<NonNullable<Options['policy']>['upcoming']>

/** What a notice needs that only tells something. */
export interface NewsScene {
  readonly state: Pick<State, '$language' | '$view' | 'files' | 'options' | 'ports' | 'report'>
  /** The language where none was chosen on this page. */
  readonly findLanguage: () => string
  /** Notes that the visitor has closed it. */
  readonly onClose?: () => void
}

/** What such a notice says, in one language. */
interface News {
  readonly title: string
  readonly body: string
  readonly link?: HTMLElement | string
}

/** Tells of a policy that is going to hold. */
export const mountUpcoming = (
  scene: NewsScene & { readonly upcoming: Upcoming },
): Pick<Layer, 'stop'> =>
  mountNews(scene, ({ language, own, say }) => {
    const { effectiveFrom, summary, url } = scene.upcoming
    const date = formatDay(effectiveFrom, language)
    const href = linkAddress(url)
    return {
      title: say('upcoming.title'),
      body: [say('upcoming.body', { date }), own(summary)].filter(Boolean).join(' '),
      link: href ? element('a', { href }, say('upcoming.read')) : '',
    }
  })

/** Tells that Global Privacy Control has taken back what was allowed of marketing. */
export const mountTakenBack = (scene: NewsScene): Pick<Layer, 'stop'> =>
  mountNews(scene, ({ say }) => ({ title: say('taken.title'), body: say('taken.body') }))

// What is told in the same place is told one after another, in the order in which its texts came.
const line = new Set<() => void>()

/**
 * Tells something while nothing else of ours is open. It asks nothing, keeps the page usable, and goes when
 * it is closed.
 */
function mountNews(
  { state, findLanguage, onClose }: NewsScene,
  tell: (words: Words) => News,
): Pick<Layer, 'stop'> {
  const { files, options, report, $language, $view } = state
  const host = document.createElement('kelisim-upcoming')
  const root = host.attachShadow({ mode: 'open' })
  const life = new AbortController()
  const settle = keepAbove(root, life.signal)
  const { style } = document.documentElement
  let isTold = false
  let giveRoom = (): void => {}

  const place = (): void => {
    giveRoom()
    const [first] = line
    const isShown = first === place && $view.get() === 'none'
    if (isShown) document.documentElement.append(host)
    else host.remove()
    settle()
    if (!isShown) return
    if (!isTold) announce(root)
    isTold = true
    // What gets the focus is not scrolled to where the notice covers it (WCAG 2.2, 2.4.11).
    const { scrollPaddingBottom } = style
    const [section] = root.children
    style.scrollPaddingBottom = `${(section as HTMLElement).offsetHeight + 88}px`
    giveRoom = () => {
      style.scrollPaddingBottom = scrollPaddingBottom
      giveRoom = () => {}
    }
  }
  const stop = (): void => {
    for (const undo of undos) undo()
    life.abort()
    line.delete(place)
    place()
    const [next] = line
    next?.()
  }
  const close = (): void => {
    onClose?.()
    stop()
  }
  const draw = async (): Promise<void> => {
    const language = $language.get() || findLanguage()
    try {
      await files.use(
        textsFile('upcoming', language, state),
        ({ default: texts }: { readonly default: Messages }) => {
          if (life.signal.aborted || language !== ($language.get() || findLanguage())) return
          const words = createWords(options, language, texts)
          root.replaceChildren(drawNews(tell(words), words, close))
          line.add(place)
          place()
        },
      )
    } catch (cause) {
      report('view-failed', 'upcoming', cause)
    }
  }
  root.adoptedStyleSheets = [noticeCss, css].map((text) => {
    const sheet = new CSSStyleSheet()
    sheet.replaceSync(text)
    return sheet
  })
  const undos = [$view.listen(place), $language.listen(() => void draw())]
  void draw()
  return { stop }
}

function drawNews(
  { title, body, link = '' }: News,
  { language, say }: Words,
  close: () => void,
): HTMLElement {
  return element(
    'section',
    {
      part: 'notice',
      popover: 'manual',
      'aria-label': title,
      lang: language,
      dir: 'auto',
      onKeydown: ({ key }: KeyboardEvent) => key === 'Escape' && close(),
    },
    element('header', null, element('h2', null, title)),
    element('p', { part: 'text', role: 'status' }, body),
    element(
      'footer',
      null,
      link,
      element('button', { part: 'more', onClick: close }, say('upcoming.close')),
    ),
  )
}
