/// <reference types="vite/client" />
import { atom, type WritableAtom } from 'nanostores'
import { type Mock, vi } from 'vitest'
import type { Consent } from '../../../core/src/consent.ts'
import type { CategoryAsked } from '../../../core/src/model/asked.ts'
import type { Decision } from '../../../core/src/model/decision.ts'
import type { Options, Service } from '../../../core/src/model/options.ts'
import type { Request } from '../../../core/src/on-demand/answer.ts'
import type { ConsentRecord } from '../../../core/src/on-demand/consent-record.ts'
import type { Running, State } from '../../../core/src/state.ts'
import type { Messages, View } from '../../../core/src/view.ts'
import * as details from '../details.tsx'
import { createAge } from '../age.ts'
import mountPreferences from '../preferences.tsx'
import * as receipt from '../receipt.tsx'
import type { Scene } from '../shell.ts'

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
  readonly request: Request
  readonly shown: string | undefined
  readonly isOfAge: boolean | undefined
}

/** A category with services, by id. What is asked in it has the hash `today`. */
export const category = (id: string, ...services: Omit<Service, 'category'>[]): CategoryAsked => ({
  id,
  hash: 'today',
  services: services.map((service) => ({ ...service, category: id })),
})

/**
 * A decision about the named categories and services.
 *
 * @param asked Hashes of what was asked; the same as today where they are left out.
 */
export const decided = (
  categories: Record<string, boolean>,
  services = {},
  asked: Record<string, string> = { analytics: 'today', marketing: 'today' },
): Decision => ({
  consentId: '',
  firstAt: 0,
  at: Date.UTC(2026, 10, 21, 12),
  expiresAt: Infinity,
  policyVersion: '2026-11-01',
  language: 'ru',
  method: 'click',
  categories,
  services,
  asked,
})

/** What is different from a first visit in Russian. */
export interface Circumstances {
  readonly decision?: Decision
  readonly language?: string
  readonly options?: Options
  readonly categories?: readonly CategoryAsked[]
  /** Kept in this browser. */
  readonly records?: readonly ConsentRecord[]
  /** Stands in for the way to the files. */
  readonly load?: (name: string) => Promise<unknown>
}

/** A core for one test, and what it remembers. */
export interface FakeCore {
  readonly state: State
  readonly running: Running
  readonly respond: Scene['respond']
  readonly $view: WritableAtom<View>
  readonly $language: WritableAtom<string>
  readonly given: Given[]
  readonly people: { are: boolean }
  readonly dismiss: Mock<() => void>
  readonly report: Mock<State['report']>
  readonly use: Mock<(name: string, run: (file: never) => unknown) => Promise<unknown>>
}

const filesOf = (records: readonly ConsentRecord[]): Record<string, object> => ({
  details,
  receipt,
  age: { createAge },
  records: { readRecords: () => records },
})

/** A core that does nothing but remember. Everybody is a person until `people.are` says otherwise. */
export function fakeCore({
  decision,
  language = 'ru',
  options = {},
  categories = [category('necessary'), category('analytics'), category('marketing')],
  records = [],
  load = async (name) =>
    filesOf(records)[name] ?? {
      default: name === 'preferences' ? mountPreferences : textsOf(name),
    },
}: Circumstances = {}): FakeCore {
  const $view = atom<View>('none')
  const $language = atom(language)
  const given: Given[] = []
  const people = { are: true }
  Object.defineProperty(Event.prototype, 'isTrusted', {
    configurable: true,
    get: () => people.are,
  })
  const use = vi.fn<(name: string, run: (file: never) => unknown) => Promise<unknown>>(
    async (name, run) => run((await load(name)) as never),
  )
  const dismiss = vi.fn<() => void>(() => $view.set('none'))
  const report = vi.fn<State['report']>()
  const consent = {
    $decision: atom<Decision | null>(decision ?? null),
    acceptedCategory: (id: string) => !!decision?.categories[id],
    acceptedService: (id: string) => !!decision?.services[id],
  } as unknown as Consent
  const state = {
    consent,
    options,
    files: { use },
    ports: { reopenLabels: { kk: '.', ru: '.', en: '.' } } as never,
    asked: {
      categories: new Map(categories.map((each) => [each.id, each])),
      services: new Map(
        categories.flatMap(({ services }) => services.map((service) => [service.id, service])),
      ),
    },
    $view,
    $language,
    report,
  } as Partial<State> as State
  const running = {
    platform: { secure: true },
    dismiss,
  } as unknown as Running
  const respond: Scene['respond'] = (request, by) => {
    given.push({ action: `${by.action}`, request, shown: by.shown, isOfAge: by.isOfAge })
    $view.set('none')
  }
  Object.assign(state, { running })
  return {
    state,
    running,
    respond,
    $view,
    $language,
    given,
    people,
    dismiss,
    report,
    use,
  }
}
