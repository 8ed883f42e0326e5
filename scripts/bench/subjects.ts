import { readFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type PageParts, TRACKER } from './page.ts'

/** Where a subject's controls are: CSS selectors, `>>>` leads into a shadow root. */
export interface Controls {
  readonly accept: string
  readonly refuse: string
  /** Opens the preferences, where there are any. */
  readonly customise?: string
  /** What a visitor can use once the preferences are open. */
  readonly save?: string
  /** How `document.cookie` looks once somebody has refused. */
  readonly refused: RegExp
}

/** One way to ask for consent. */
export interface Subject extends PageParts {
  readonly name: string
  /** As the table calls it. */
  readonly short: string
  readonly kind: 'page alone' | 'ours' | 'rival' | 'floor'
  /** None where nobody is asked. */
  readonly controls?: Controls
}

const DIST =
  process.env['KELISIM_DIST'] ??
  fileURLToPath(new URL('../../packages/kelisim/dist', import.meta.url))
const BUILT = `${DIST}/browser`
const DATA = 'data-policy-url="/privacy" data-policy-version="2026-11-01"'

/** The folder of a package's entry, from the address that it resolves to. */
const folderOf = (entry: string): string => dirname(fileURLToPath(entry))
const own = fileURLToPath(new URL('./files', import.meta.url))
const tag = (how: string) => `<script ${how} src="/kelisim/kelisim.js" ${DATA}></script>`
const style = (address: string) => `<link rel="stylesheet" href="${address}">`

/** Folders that are served, by the first part of the path. */
export const FOLDERS: Readonly<Record<string, string>> = {
  kelisim: BUILT,
  own,
  vanilla: folderOf(import.meta.resolve('vanilla-cookieconsent')),
  klaro: folderOf(import.meta.resolve('klaro')),
  tarteaucitron: folderOf(import.meta.resolve('tarteaucitronjs')),
  osano: folderOf(import.meta.resolve('cookieconsent')),
}

const OURS: Controls = {
  accept: 'kelisim-view >>> [part=choice] + [part=choice]',
  refuse: 'kelisim-view >>> [part=choice]',
  customise: 'kelisim-view >>> [part=more]',
  save: 'kelisim-view >>> [part=dialog] [part=more]',
  refused: /kelisim=/,
}
const HAND_MADE: Controls = {
  accept: '.hand-made button:last-child',
  refuse: '.hand-made button',
  refused: /hand-made=false/,
}

/** The one that targets are ratios of. */
export const YARDSTICK = 'vanilla-cookieconsent'

/** Everybody who is measured, set up as their own documentation says; the page alone comes first. */
export async function allSubjects(): Promise<readonly Subject[]> {
  const { instantNotice }: typeof import('../../packages/kelisim/src/instant.ts') = await import(
    `${DIST}/instant.js`
  )
  const policy = { url: '/privacy', version: '2026-11-01' }
  const withSnippet = `${tag('async')}<script>${readFileSync(`${BUILT}/snippet.js`, 'utf8')}</script>`
  return [
    { name: 'page alone', short: 'page', kind: 'page alone' },
    {
      name: 'kelisim, async tag + snippet',
      short: 'kelisim',
      kind: 'ours',
      head: withSnippet,
      controls: OURS,
    },
    {
      name: 'kelisim, bare tag',
      short: 'kelisim, bare tag',
      kind: 'ours',
      head: tag(''),
      controls: OURS,
    },
    {
      name: 'kelisim, instant notice',
      short: 'kelisim, instant',
      kind: 'ours',
      head: withSnippet,
      bodyStart: instantNotice({ policy }, 'ru'),
      controls: OURS,
    },
    ...rivals(),
    {
      name: 'hand-made, one script',
      short: 'floor',
      kind: 'floor',
      head: '<script async src="/own/hand-made.js"></script>',
      controls: HAND_MADE,
    },
    {
      name: 'hand-made, inline',
      short: 'floor, inline',
      kind: 'floor',
      bodyEnd: `<script>${readFileSync(`${own}/hand-made.js`, 'utf8')}</script>`,
      controls: HAND_MADE,
    },
  ]
}

function rivals(): readonly Subject[] {
  return [
    {
      name: YARDSTICK,
      short: 'vanilla-cc',
      kind: 'rival',
      head: style('/vanilla/cookieconsent.css'),
      bodyEnd: '<script type="module" src="/own/vanilla-config.js"></script>',
      controls: {
        accept: '#cc-main .cm [data-role=all]',
        refuse: '#cc-main .cm [data-role=necessary]',
        customise: '#cc-main .cm [data-role=show]',
        save: '#cc-main .pm [data-role=save]',
        refused: /cc_cookie=/,
      },
    },
    {
      name: 'klaro',
      short: 'klaro',
      kind: 'rival',
      head:
        '<script defer src="/own/klaro-config.js"></script>' +
        '<script defer src="/klaro/klaro.js"></script>',
      hold: (category, address) =>
        `<script type="text/plain" data-type="text/javascript" data-name="${category}" data-src="${address}"></script>`,
      controls: {
        accept: '.cookie-notice .cm-btn-success',
        refuse: '.cookie-notice .cn-decline',
        customise: '.cookie-notice .cn-learn-more',
        save: '.cm-modal .cm-btn-accept',
        refused: /klaro=/,
      },
    },
    {
      name: 'tarteaucitronjs',
      short: 'tarteaucitron',
      kind: 'rival',
      head:
        '<script src="/tarteaucitron/tarteaucitron.min.js"></script>' +
        '<script src="/own/tarteaucitron-config.js"></script>',
      hold: held,
      controls: {
        accept: '#tarteaucitronPersonalize2',
        refuse: '#tarteaucitronAllDenied2',
        customise: '#tarteaucitronCloseAlert',
        save: '#tarteaucitronAllAllowed',
        refused: /tarteaucitron=.*=false/,
      },
    },
    {
      name: 'c15t',
      short: 'c15t',
      kind: 'rival',
      head: `${style('/bundled/c15t.css')}<script type="module" src="/bundled/c15t.js"></script>`,
      bodyEnd: '<div id="consent"></div>',
      hold: held,
      controls: {
        accept: '[data-testid=consent-banner-accept-button]',
        refuse: '[data-testid=consent-banner-reject-button]',
        customise: '[data-testid=consent-banner-customize-button]',
        save: '[data-testid=consent-widget-footer-save-button]',
        refused: /c15t=/,
      },
    },
    {
      name: 'cookieconsent (osano)',
      short: 'osano',
      kind: 'rival',
      head: style('/osano/cookieconsent.min.css'),
      bodyEnd:
        '<script src="/osano/cookieconsent.min.js"></script>' +
        '<script src="/own/osano-config.js"></script>',
      // It has neither categories nor a gate: the page loads its scripts itself.
      controls: { accept: '.cc-allow', refuse: '.cc-deny', refused: /cookieconsent_status=deny/ },
    },
  ]
}

/** Where scripts are named by code, the page has only their addresses, for the same weight. */
function held(category: string, address: string): string {
  return `<!-- ${category} ${address.replace(TRACKER, '')} -->`
}
