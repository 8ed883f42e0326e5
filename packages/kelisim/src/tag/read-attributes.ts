import {
  attributeKinds,
  attributeOptions,
  attributeWords,
  commonOptions,
  type ServiceId,
} from '@kelisim/services/attributes'
import { nearest } from '../dev/nearest.ts'
import { hyphenate } from './hyphenate.ts'
import { namesService } from './names-service.ts'

/** What the attributes of the tag say about one service. */
export interface Wanted {
  readonly id: ServiceId
  /** As it is written, for messages: `data-ga4="G-AB12"`. */
  readonly written: string
  /** For the preset. */
  readonly options: Readonly<Record<string, string | number | boolean>>
}

/** Tells whoever wrote an attribute what is wrong with it, and how to repair it. */
export type Refuse = (written: string, repair: string) => void

const ids = Object.keys(attributeWords) as ServiceId[]

/**
 * Reads which services the attributes of the tag name: `data-ga4="G-AB12"`, and `data-ga4-category` for
 * an option of it. `false` leaves a service out.
 *
 * @param own The attributes as the tag's options: "true" and "false" are no texts there.
 * @returns The services in the order of their attributes, without those that are refused.
 */
export function readAttributes(own: object, refuse: Refuse): readonly Wanted[] {
  const given = new Map(
    Object.entries(own)
      .filter(([name]) => namesService(name))
      .map(([name, value]) => [hyphenate(name), `${value}`.trim()]),
  )
  for (const name of given.keys()) refuseUnknown(name, given, refuse)
  return ids
    .filter((id) => given.has(id) && given.get(id) !== 'false')
    .sort((one, other) => [...given.keys()].indexOf(one) - [...given.keys()].indexOf(other))
    .flatMap((id) => readOne(id, given, refuse))
}

function readOne(
  id: ServiceId,
  given: ReadonlyMap<string, string>,
  refuse: Refuse,
): readonly Wanted[] {
  const names: readonly string[] = attributeWords[id]
  const value = given.get(id) ?? ''
  const written = `data-${id}="${value}"`
  const words = value.split(/[\s,]+/).filter(Boolean)
  if (!names[0] && value === 'true') words.pop()
  if (words.length !== names.length) {
    const form = names.map((name) => `<${name}>`).join(' ')
    refuse(written, `write data-${id}${form && `="${form}"`}`)
    return []
  }
  const own = optionsOf(id).flatMap((option): [string, Value][] => {
    const name = `${id}-${hyphenate(option)}`
    const text = given.get(name)
    const value = text === undefined ? undefined : valueOf(option, text)
    if (typeof value !== 'object') return value === undefined ? [] : [[option, value]]
    refuse(`data-${name}="${text}"`, value.repair)
    return []
  })
  const filled = names.map((name, index): [string, string] => [name, words[index] ?? ''])
  return [{ id, written, options: Object.fromEntries([...filled, ...own]) }]
}

type Value = string | number | boolean

/** Reads what an attribute says of an option, or how to repair it. */
function valueOf(option: string, text: string): Value | { readonly repair: string } {
  const kind = attributeKinds[option]
  if (kind === 'number' && !/^\d+$/.test(text)) return { repair: 'write a number of milliseconds' }
  if (kind === 'flag' && !/^(true|false|)$/.test(text))
    return { repair: 'leave its value out, or write "false"' }
  return kind === 'number' ? Number(text) : kind === 'flag' ? text !== 'false' : text
}

/** Tells of names that are probably meant for a service; all others are somebody else's. */
function refuseUnknown(name: string, given: ReadonlyMap<string, string>, refuse: Refuse): void {
  const known = ids.flatMap((id) => [
    id,
    ...optionsOf(id).map((option) => `${id}-${hyphenate(option)}`),
  ])
  const owner = ids.filter((id) => name === id || name.startsWith(`${id}-`)).pop()
  if (known.includes(name)) {
    if (owner && !given.has(owner)) refuse(`data-${name}`, `data-${owner} is missing beside it`)
    return
  }
  const meant = ids.find((id) => name.length > 3 && id.includes(name)) ?? nearest(name, known)
  if (meant) refuse(`data-${name}`, `there is no such attribute; write data-${meant}`)
}

const optionsOf = (id: ServiceId): readonly string[] => [
  ...commonOptions,
  ...(attributeOptions[id] ?? []),
]
