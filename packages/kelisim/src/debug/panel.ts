import type { DebugReport } from '@kelisim/core'
import { page } from '@kelisim/core/page'
import { element } from '@kelisim/ui/element'
import type { Translate } from '@kelisim/ui/translate'
import { sayFinding } from '../audit/say-finding.ts'
import css from './panel.css?inline'

const NAME = 'kelisim-debug'

/** Shows a report in a panel of its own, in place of the one before. Returns its undo. */
export function showPanel(report: DebugReport, language: string, say: Translate): () => void {
  page.querySelector(NAME)?.remove()
  const host = page.createElement(NAME)
  const root = host.attachShadow({ mode: 'open' })
  const sheet = new CSSStyleSheet()
  sheet.replaceSync(css)
  root.adoptedStyleSheets = [sheet]
  const remove = (): void => host.remove()
  const title = say('debug.title')
  const panel = element(
    'section',
    { popover: 'manual', 'aria-label': title, lang: language, tabindex: '-1', dir: 'auto' },
    element(
      'header',
      null,
      element('h2', null, `${title} ${report.version}`),
      element('button', { type: 'button', onClick: remove }, say('debug.close')),
    ),
    ...findings(report, say),
    ...state(report, say),
    ...services(report, say),
    ...held(report, say),
  )
  panel.addEventListener('keydown', ({ key }) => {
    if (key === 'Escape') remove()
  })
  root.append(panel)
  page.documentElement.append(host)
  panel.showPopover()
  panel.focus({ preventScroll: true })
  return remove
}

function findings({ findings: all }: DebugReport, say: Translate): HTMLElement[] {
  const items = all.map((finding) => {
    const { what, repair } = sayFinding(finding, say)
    return element(
      'li',
      { class: finding.severity },
      element('strong', null, `${say(`severity.${finding.severity}`)}: `),
      `${what} `,
      element('span', null, repair),
    )
  })
  return section(say('debug.findings'), items, say('debug.fine'))
}

function state({ status, decision }: DebugReport, say: Translate): HTMLElement[] {
  const answers = Object.entries({ ...decision?.categories, ...decision?.services })
  const items = answers.map(([name, allowed]) => row(name, say(`debug.${answerOf(allowed)}`)))
  const term = decision
    ? [row(say('debug.until'), new Date(decision.expiresAt).toISOString().slice(0, 10))]
    : []
  return section(say('debug.decision'), [row(say('debug.status'), status), ...items, ...term], '')
}

const services = ({ services: all }: DebugReport, say: Translate): HTMLElement[] =>
  section(
    say('debug.services'),
    all.map(({ id, category, isAllowed }) =>
      category
        ? row(`${id} (${category})`, say(`debug.${answerOf(isAllowed)}`))
        : row(id, say('debug.leftOut')),
    ),
    say('debug.none'),
  )

const held = ({ held: all }: DebugReport, say: Translate): HTMLElement[] =>
  section(
    say('debug.held'),
    all.map(({ element: tag, reason }) =>
      element(
        'li',
        null,
        element('code', null, tag),
        ` ${say(`debug.reason.${inCamelCase(reason)}`)}`,
      ),
    ),
    say('debug.none'),
  )

const answerOf = (isAllowed: boolean): string => (isAllowed ? 'allowed' : 'refused')

const row = (name: string, value: string): HTMLElement =>
  element('li', null, `${name}: `, element('strong', null, value))

const section = (title: string, items: HTMLElement[], empty: string): HTMLElement[] => [
  element('h3', null, title),
  items.length > 0 ? element('ul', null, ...items) : element('p', null, empty),
]

const inCamelCase = (code: string): string =>
  code.replace(/-(.)/g, (_, letter: string) => letter.toUpperCase())
