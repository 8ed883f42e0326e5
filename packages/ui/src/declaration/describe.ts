import type { Asked, CategoryAsked } from '../../../core/src/model/asked.ts'
import { isAbroad } from '../../../core/src/model/is-abroad.ts'
import type { Options, Service, StorageEntry } from '../../../core/src/model/options.ts'
import type { OwnEntry } from '../../../core/src/on-demand/own-storage.ts'
import { GROUNDS } from '../details/grounds.ts'
import { period } from '../period.ts'
import { countryName } from '../placeholders/country-name.ts'
import type { DialogWords } from '../preferences/dialog-words.ts'
import type { Cell, Declaration, Section, Table } from './declaration.ts'

/** What a declaration is made from. */
export interface Facts {
  readonly options: Options
  readonly asked: Asked
  /** What Kelisim itself keeps. */
  readonly own: readonly OwnEntry[]
  /** Makes an address of the owner's fit for a link; undefined for what is none. */
  readonly link: (address: string | undefined) => string | undefined
}

const NONE = '—'

/** Puts all that a site uses into the words of one language: categories, services, and what they keep. */
export function describeDeclaration(facts: Facts, words: DialogWords): Declaration {
  const { asked, options, own } = facts
  const sections = [...asked.categories.values()].map((category) => {
    // What keeps the choice is the site's own, and the first of what is strictly necessary.
    const services =
      category.id === 'necessary'
        ? [ownService(own, options, words), ...category.services]
        : category.services
    return sectionOf({ ...category, services }, facts, words)
  })
  return { language: words.language, operator: operatorOf(options, words), sections }
}

function sectionOf(category: CategoryAsked, facts: Facts, words: DialogWords): Section {
  const { say, own, nameOf } = words
  const key = `preferences.description.${category.id}`
  const description = own(category.description) || say(key)
  const tables = [servicesTable(category, facts, words), storageTable(category, words)]
  return {
    title: nameOf(category),
    paragraphs: [
      ...(description === key ? [] : [description]),
      ...(category.services[0] ? [] : [say('declaration.empty')]),
    ],
    tables: tables.filter(({ rows }) => rows[0]),
  }
}

function servicesTable(
  category: CategoryAsked,
  { options, link }: Facts,
  words: DialogWords,
): Table {
  const { say, own, nameOf } = words
  return {
    caption: say('declaration.services', { category: nameOf(category) }),
    head: [
      say('declaration.service'),
      say('details.vendor'),
      say('details.country'),
      say('declaration.abroad'),
      say('details.purpose'),
      say('details.basis'),
      say('details.privacy'),
    ],
    rows: category.services.map((service) => {
      const countries = countriesOf(service)
      const purpose = own(service.purpose)
      const warning = service.recordsInput && say('declaration.recordsInput')
      return [
        { text: own(service.name) || service.id },
        { text: own(service.vendor) || NONE },
        { text: countries.map((code) => countryName(code, words)).join(', ') || NONE },
        { text: abroadOf(service, options, words) },
        {
          text:
            [warning ? asSentence(purpose) : purpose, warning].filter(Boolean).join(' ') || NONE,
        },
        { text: say(`details.ground.${groundOf(service)}`) },
        privacyOf(link(service.privacyUrl)),
      ]
    }),
  }
}

function abroadOf(service: Service, options: Options, { say }: DialogWords): string {
  if (!countriesOf(service)[0]) return NONE
  if (!isAbroad(options, service)) return say('declaration.no')
  return [say('declaration.yes'), service.crossBorderReason].filter(Boolean).join(': ')
}

function storageTable(category: CategoryAsked, { say, own, nameOf }: DialogWords): Table {
  const row = (service: Service, entry: StorageEntry): Cell[] => {
    const { kind, name, party = 1, lifetime, purpose } = entry
    return [
      { text: own(name), isName: true },
      { text: own(service.name) || service.id },
      { text: say(`details.kind.${kind}`) },
      { text: own(purpose) || NONE },
      // What browsers call session storage ends with the tab.
      {
        text:
          kind === 'session' && lifetime === 'session'
            ? say('declaration.tab')
            : period(lifetime, say),
      },
      { text: say(`declaration.${party === 1 ? 'first' : 'third'}`) },
    ]
  }
  return {
    caption: say('declaration.storage', { category: nameOf(category) }),
    head: [
      say('declaration.name'),
      say('declaration.service'),
      say('declaration.kind'),
      say('details.purpose'),
      say('declaration.period'),
      say('declaration.party'),
    ],
    rows: category.services.flatMap((service) =>
      (service.storage ?? []).map((entry) => row(service, entry)),
    ),
  }
}

function ownService(
  entries: readonly OwnEntry[],
  { operator }: Options,
  { say }: DialogWords,
): Service {
  return {
    id: 'kelisim',
    category: 'necessary',
    name: 'Kelisim',
    purpose: say('declaration.purpose'),
    ...(operator && { vendor: operator.name }),
    ...(operator?.country && { country: operator.country }),
    storage: entries.map(({ purpose, ...entry }) => ({
      ...entry,
      purpose: say(`details.own.${purpose}`),
    })),
  }
}

function operatorOf({ operator }: Options, { say, own }: DialogWords): Cell[] {
  if (!operator) return []
  const { name, bin, inn, address, email } = operator
  // The numbers are called so in Kazakhstan and in Russia, whatever the language of the page.
  const facts = [name, bin && `БИН/БСН ${bin}`, inn && `ИНН ${inn}`, address].filter(Boolean)
  const text = `${say('declaration.operator')}: ${facts.map(own).join(', ')}.`
  if (!email) return [{ text }]
  return [
    { text: `${text} ${say('declaration.contact')}: ` },
    { text: own(email), href: `mailto:${own(email)}` },
  ]
}

const asSentence = (text: string): string => text.replace(/([^.])$/, '$1.')

// What the visitor decides on rests on consent.
const groundOf = ({ category, legalBasis }: Service): string =>
  category === 'necessary' ? (legalBasis ? GROUNDS[legalBasis] : 'necessity') : 'consent'

const countriesOf = ({ country, countries = country ? [country] : [] }: Service) => countries

/** Shows where the link leads, because on paper nobody can follow it. */
function privacyOf(href: string | undefined): Cell {
  return href ? { text: href.replace(/^https?:\/\/([^/?#]+).*/, '$1'), href } : { text: NONE }
}
