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

/** What the notice ahead of a new policy needs. */
export interface UpcomingScene {
  readonly state: Pick<State, '$language' | '$view' | 'files' | 'options' | 'ports' | 'report'>
  readonly upcoming: Upcoming
  /** The language where none was chosen on this page. */
  readonly findLanguage: () => string
  /** Notes that the visitor has closed it. */
  readonly onClose: () => void
}

/**
 * Tells of a policy that is going to hold, while nothing else of ours is open. It asks nothing, keeps the
 * page usable, and goes when it is closed.
 */
export function mountUpcoming({
  state,
  upcoming,
  findLanguage,
  onClose,
}: UpcomingScene): Pick<Layer, 'stop'> {
  const { files, options, report, $language, $view } = state
  const host = document.createElement('kelisim-upcoming')
  const root = host.attachShadow({ mode: 'open' })
  const life = new AbortController()
  const settle = keepAbove(root, life.signal)
  const { style } = document.documentElement
  const { scrollPaddingBottom } = style

  const place = (): void => {
    const isShown = !!root.firstChild && $view.get() === 'none'
    if (isShown) document.documentElement.append(host)
    else host.remove()
    settle()
    // What gets the focus is not scrolled to where the notice covers it (WCAG 2.2, 2.4.11).
    const [section] = root.children
    style.scrollPaddingBottom = isShown
      ? `${(section as HTMLElement).offsetHeight + 88}px`
      : scrollPaddingBottom
  }
  const stop = (): void => {
    for (const undo of undos) undo()
    life.abort()
    root.replaceChildren()
    place()
  }
  const close = (): void => {
    onClose()
    stop()
  }
  const draw = async (): Promise<void> => {
    const language = $language.get() || findLanguage()
    try {
      await files.use(
        textsFile('upcoming', language, state),
        ({ default: texts }: { readonly default: Messages }) => {
          if (life.signal.aborted || language !== ($language.get() || findLanguage())) return
          const isFirst = !root.firstChild
          root.replaceChildren(drawUpcoming(upcoming, createWords(options, language, texts), close))
          place()
          if (isFirst) announce(root)
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

function drawUpcoming(
  { effectiveFrom, summary, url }: Upcoming,
  { language, own, say }: Words,
  close: () => void,
): HTMLElement {
  const title = say('upcoming.title')
  const address = linkAddress(url)
  const date = formatDay(effectiveFrom, language)
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
    element(
      'p',
      { part: 'text', role: 'status' },
      [say('upcoming.body', { date }), own(summary)].filter(Boolean).join(' '),
    ),
    element(
      'footer',
      null,
      address ? element('a', { href: address }, say('upcoming.read')) : '',
      element('button', { part: 'more', onClick: close }, say('upcoming.close')),
    ),
  )
}
