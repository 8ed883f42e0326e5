/** How a banner is met and used, in the words of its own markup. */
export interface BannerKind {
  readonly product: string
  /** Something that only this banner has on the page while it asks. */
  readonly present: string
  readonly accept: string
  readonly refuse: string
  /** What a page offers for coming back. */
  readonly wayBack: string
  /** Code that opens the choice where the page offers nothing; it is run in the page. */
  readonly open: string
  /** What refuses everything once the choice is open, one after another; what is not there is left out. */
  readonly withdraw: readonly string[]
}

/** Banners that are known by their markup. Selectors reach into open shadow roots. */
export const bannerKinds: readonly BannerKind[] = [
  {
    product: 'kelisim',
    present: 'kelisim-view [part~=notice]',
    accept: 'kelisim-view [part~=notice] [part~=choice] + [part~=choice]',
    refuse: 'kelisim-view [part~=notice] [part~=choice]',
    wayBack: 'kelisim-reopen button, [data-kelisim=preferences], a[href$="#kelisim-preferences"]',
    open: `location.hash = '#kelisim-preferences'`,
    withdraw: ['kelisim-view [part~=withdraw]'],
  },
  {
    product: 'vanilla-cookieconsent',
    present: '#cc-main .cm, #cm',
    accept: '#cc-main .cm [data-role=all], #cm #c-p-bn',
    refuse: '#cc-main .cm [data-role=necessary], #cm #c-s-bn',
    wayBack: '[data-cc=show-preferencesModal], [data-cc=c-settings]',
    open: `window.CookieConsent?.showPreferences()`,
    withdraw: ['#cc-main .pm [data-role=necessary], #s-rall-bn'],
  },
  {
    product: 'klaro',
    present: '.klaro .cookie-notice, .klaro .cookie-modal',
    accept: '.klaro .cm-btn-success',
    refuse: '.klaro .cn-decline, .klaro .cm-btn-decline',
    wayBack: '[onclick*="klaro.show"], [href*="klaro"]',
    open: `window.klaro?.show(window.klaroConfig, true)`,
    // Whoever has answered has no button to refuse there, only switches.
    withdraw: [
      '.klaro .cm-btn-decline',
      '.klaro .cm-toggle-all .cm-list-label',
      '.klaro .cm-btn-accept',
    ],
  },
  {
    product: 'tarteaucitron',
    present: '#tarteaucitronAlertBig',
    accept: '#tarteaucitronPersonalize2, #tarteaucitronAlertBig .tarteaucitronAllow',
    refuse: '#tarteaucitronAllDenied2',
    wayBack:
      '#tarteaucitronIcon #tarteaucitronManager, #tarteaucitronManager, [href="#tarteaucitron"]',
    open: `window.tarteaucitron?.userInterface.openPanel()`,
    withdraw: ['#tarteaucitronAllDenied'],
  },
  {
    product: 'c15t',
    present: '[data-testid^="consent-banner"], [data-testid^="cookie-banner"]',
    accept: '[data-testid$="banner-accept-button"]',
    refuse: '[data-testid$="banner-reject-button"]',
    wayBack: '[data-testid*="trigger"]',
    open: `window.c15tStore?.getState().setActiveUI('dialog', { force: true })`,
    withdraw: ['[data-testid$="widget-reject-button"], [data-testid*="reject"]'],
  },
]

/** What a button does, as far as its words tell. */
export type Role = 'accept' | 'refuse' | 'open'

// Whole words that begin a button's text, in the languages of our owners and their neighbours.
const words: Readonly<Record<Role, RegExp>> = {
  refuse:
    /^(reject|decline|refuse|deny|only (necessary|essential)|(necessary|essential) only|use necessary|отклон|отказ|не принимаю|только необходим|только обязательн|запрет|бас тарт|келіспе|қабылдамау|тек қажетті|ablehnen|nur notwendige|tout refuser|refuser|continue without)/i,
  open: /(cookie|куки|согласи|келісім|consent).{0,20}(settings|preferences|настро|параметр|баптау)|(settings|preferences|настро|параметр|баптау)\p{L}*.{0,20}(cookie|куки|согласи|consent)|^(отозвать согласие|келісімді қайтарып алу|manage consent)/iu,
  accept:
    /^(accept|allow|agree|i agree|got it|ok\b|okay|принять|принима|согла[сш]|разреш|хорошо|понятно|понял|қабылдау|келісемін|рұқсат|барлығын қабылдау|alle akzeptieren|akzeptieren|tout accepter|accepter|j.accepte)/i,
}

/**
 * Guesses from its words what a button does. Refusals come first: "Принять только необходимые" refuses.
 *
 * @returns Undefined for a button that has nothing to do with consent.
 */
export function roleOf(text: string): Role | undefined {
  const plain = text.replace(/\s+/g, ' ').trim()
  if (!plain || plain.length > 60) return undefined
  if (
    words.refuse.test(plain) ||
    /(only|только|тек)\s.{0,10}(necessary|необходим|обязат|қажет)/i.test(plain)
  )
    return 'refuse'
  if (words.open.test(plain)) return 'open'
  return words.accept.test(plain) ? 'accept' : undefined
}

/** What the text around the buttons of a banner speaks of. */
export const TOPIC =
  'cookie|куки|кукис|файл[ыа]? cookie|согласи|consent|персональн|келісім|дербес|жеке дерек'
