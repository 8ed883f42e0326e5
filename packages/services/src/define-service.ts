import type { Service } from '@kelisim/core'
import { badOption } from './bad-option.ts'
import { touchesOwnStorage } from './own-storage.ts'

type Filled = 'name' | 'storage' | 'hosts' | 'signals' | 'sources' | 'needsReload' | 'confidence'

/** A service of one's own with nothing left open. */
export type DefinedService = Service & Required<Pick<Service, Filled>>

const TEXTS = ['id', 'category', 'name', 'vendor', 'country', 'privacyUrl', 'crossBorderReason']
const LISTS = ['after', 'storage', 'countries', 'hosts', 'match', 'signals', 'sources']
const FUNCTIONS = ['prepare', 'load', 'update', 'stop']
const FLAGS = ['needsReload', 'recordsInput', 'contactsBeforeConsent']
const OTHERS = ['purpose', 'legalBasis', 'timeoutMs', 'checkedAt', 'confidence']
const KEYS = [...TEXTS, ...LISTS, ...FUNCTIONS, ...FLAGS, ...OTHERS]
const ID = /^[a-z\d][a-z\d-]{0,31}$/
const LIFETIME =
  /^(session|persistent|P(?=.)(\d+Y)?(\d+M)?(\d+W)?(\d+D)?(T(?=.)(\d+H)?(\d+M)?(\d+S)?)?)?$/

/**
 * Checks a service of one's own and fills in what was left out.
 *
 * Without `stop` it counts as one that needs a reload; without `confidence` its facts are the site's own.
 *
 * @throws {ConsentError} `bad-option` that names the field: an unknown key, a wrong kind of value, or a
 *   storage name that would erase the visitor's choice.
 */
export function defineService(service: Service): DefinedService {
  const refuse: Refuse = (field, repair) => {
    throw badOption(`defineService({ id: '${service.id}' }).${field}`, repair)
  }
  assertKinds(service, refuse)
  assertForm(service, refuse)
  assertStorage(service, refuse)
  return {
    name: service.id,
    storage: [],
    hosts: [],
    signals: [],
    sources: [],
    needsReload: !!service.load && !service.stop,
    confidence: 'documented',
    ...service,
  }
}

type Refuse = (field: string, repair: string) => never

function assertKinds(service: Service, refuse: Refuse): void {
  for (const [key, value] of Object.entries(service)) {
    if (!KEYS.includes(key)) refuse(key, `no such field; the fields are ${KEYS.join(', ')}`)
    if (TEXTS.includes(key) && typeof value !== 'string') refuse(key, 'give a text')
    if (LISTS.includes(key) && !Array.isArray(value)) refuse(key, 'give a list')
    if (FLAGS.includes(key) && typeof value !== 'boolean') refuse(key, 'write true or false')
    if (FUNCTIONS.includes(key) && typeof value !== 'function') refuse(key, 'give a function')
  }
}

function assertForm({ id, category, country, countries = [] }: Service, refuse: Refuse): void {
  const form = 'use 1 to 32 characters: a-z, 0-9 and hyphens, with a letter or digit first'
  if (!ID.test(id)) refuse('id', form)
  if (!ID.test(category)) refuse('category', form)
  for (const code of [country, ...countries]) {
    if (code !== undefined && !/^[A-Z]{2}$/.test(code))
      refuse('country', `"${code}" is no ISO 3166-1 code; write one such as KZ`)
  }
}

function assertStorage({ storage = [] }: Service, refuse: Refuse): void {
  storage.forEach(({ name, lifetime = '' }, index) => {
    if (!name || touchesOwnStorage(name))
      refuse(
        `storage[${index}].name`,
        `"${name}" would erase the visitor's choice; write a longer name`,
      )
    if (!LIFETIME.test(lifetime))
      refuse(
        `storage[${index}].lifetime`,
        'give a duration such as P365D, or session, persistent or ""',
      )
  })
}
