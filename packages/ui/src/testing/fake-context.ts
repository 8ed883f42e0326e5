import { atom } from 'nanostores'
import { vi } from 'vitest'
import type { Consent } from '../../../core/src/consent.ts'
import type { CategoryAsked } from '../../../core/src/model/asked.ts'
import type { Answers, Decision } from '../../../core/src/model/decision.ts'
import type { Service } from '../../../core/src/model/options.ts'
import type { Messages, View, ViewContext } from '../../../core/src/view.ts'
import mountPreferences from '../preferences.tsx'

const catalogues: Record<string, { default: object }> = import.meta.glob(
  '../../../locales/src/*.json',
  { eager: true },
)

/** Texts as a site serves them: `notice.ru`, `preferences.kk`, … */
export const textsOf = (name: string): Messages =>
  flatten(catalogues[`../../../locales/src/${name}.json`]?.default ?? {})

function flatten(nested: object, prefix = ''): Messages {
  return Object.assign(
    {},
    ...Object.entries(nested).map(([key, value]) =>
      typeof value === 'object' ? flatten(value, `${prefix}${key}.`) : { [prefix + key]: value },
    ),
  )
}

/** An answer as the core receives it. */
export interface Given {
  readonly action: string
  readonly answers: Answers
  readonly shownSha256: string
}

/** A category with services, by id. */
export const category = (id: string, ...services: Omit<Service, 'category'>[]): CategoryAsked => ({
  id,
  hash: '',
  services: services.map((service) => ({ ...service, category: id })),
})

/** A decision in which the named categories and services are allowed. */
export const decided = (categories: Record<string, boolean>, services = {}): Decision => ({
  consentId: '',
  firstAt: 0,
  at: Date.UTC(2026, 10, 21, 12),
  expiresAt: Infinity,
  policyVersion: '2026-11-01',
  language: 'ru',
  method: 'click',
  categories,
  services,
  asked: {},
})

interface Circumstances extends Partial<ViewContext> {
  readonly decision?: Decision
  readonly language?: string
}

/** A core that does nothing but remember. Everybody is a person until `people.are` says otherwise. */
export function fakeContext({ decision, language = 'ru', ...rest }: Circumstances = {}) {
  const $view = atom<View>('none')
  const $language = atom(language)
  const given: Given[] = []
  const people = { are: true }
  const setLanguage = vi.fn((code: string) => $language.set(code))
  const close = vi.fn(() => $view.set('none'))
  const consent = {
    $decision: atom<Decision | null>(decision ?? null),
    setLanguage,
    acceptedCategory: (id: string) => !!decision?.categories[id],
    acceptedService: (id: string) => !!decision?.services[id],
  } as unknown as Consent
  const context: ViewContext = {
    consent,
    options: {},
    categories: [category('necessary'), category('analytics'), category('marketing')],
    due: () => (decision ? [] : ['analytics', 'marketing']),
    $view,
    $language,
    languages: ['kk', 'ru', 'en'],
    isPerson: () => people.are,
    answer(answers, { action, shownSha256 }) {
      given.push({ action, answers, shownSha256 })
      $view.set('none')
    },
    open: () => $view.set('preferences'),
    close,
    load: vi.fn(async (file: string) => ({
      default: file === 'preferences' ? mountPreferences : textsOf(file),
    })),
    report: vi.fn(),
    ...rest,
  }
  return { context, $view, $language, given, people, close, setLanguage }
}
