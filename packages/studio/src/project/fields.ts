import { resolve, type Schema, schema } from '../../../kelisim/src/dev/schema.ts'
import type { Path } from './tree.ts'

/** A single value of the options, as a form asks for it. */
export interface Field {
  readonly path: Path
  readonly kind: 'text' | 'number' | 'flag' | 'choice'
  /** Values of a choice. */
  readonly choices: readonly string[]
  /** What holds when nothing is said. */
  readonly standard: unknown
  readonly example: string
}

/** Options that the form asks for in ways of their own. */
export const OWN_WAY: readonly string[] = ['categories', 'services', 'languages', 'texts']
/** Options that the page says of each visit or visitor (`nonce="…"`), or that are Studio's own business. */
export const LEFT_OUT: readonly string[] = ['nonce', 'country', 'subject', 'preview']
/** Texts that are a choice among the languages of ours. */
const LANGUAGE_CHOICES: Readonly<Record<string, readonly string[]>> = {
  language: ['auto', 'kk', 'ru', 'en'],
  defaultLanguage: ['kk', 'ru', 'en'],
}
/** What the sections of the form ask for; all other options are further ones. */
const SECTIONS = {
  operator: ['profile', 'operator'],
  policy: ['policy'],
  languages: ['language', 'defaultLanguage'],
  look: ['layout', 'place', 'reopen', 'autoShow'],
} as const

/** A section that asks for single values. */
export type Section = keyof typeof SECTIONS | 'further'

/** Lists the single values that a section asks for, in the order of the schema. */
export function fieldsOf(section: Section): Field[] {
  const placed: readonly string[] = [...Object.values(SECTIONS).flat(), ...OWN_WAY, ...LEFT_OUT]
  const names = Object.keys(schema.properties ?? {})
  const own: readonly string[] =
    section === 'further' ? names.filter((name) => !placed.includes(name)) : SECTIONS[section]
  return names
    .filter((name) => own.includes(name))
    .flatMap((name) => leavesOf([name], at(schema, name)))
}

/** Lists the single texts of a service of the owner's own. */
export function serviceFields(): Field[] {
  const service = schema.$defs?.['Service'] ?? {}
  const asked = ['id', 'name', 'category', 'vendor', 'country', 'privacyUrl', 'crossBorderReason']
  return asked
    .filter((name) => Object.hasOwn(service.properties ?? {}, name))
    .flatMap((name) => leavesOf([name], at(service, name)))
}

const at = (parent: Schema, name: string): Schema => resolve(parent.properties?.[name] ?? {})

function leavesOf(path: Path, node: Schema): Field[] {
  const { type, examples = [], default: standard } = node
  const leaf = (kind: Field['kind'], choices: readonly string[] = []): Field[] => [
    { path, kind, choices, standard, example: `${examples[0] ?? ''}` },
  ]
  // Of alternatives the form asks for a plain choice, or else for each name by itself.
  const branches = [node, ...(node.anyOf ?? []).map(resolve)]
  const choice = LANGUAGE_CHOICES[path.join('.')] ?? branches.find((branch) => branch.enum)?.enum
  if (choice) return leaf('choice', choice.map(String))
  const group = branches.find(({ properties }) => properties)
  if (group)
    return Object.keys(group.properties ?? {}).flatMap((name) =>
      leavesOf([...path, name], at(group, name)),
    )
  if (type === 'boolean') return leaf('flag')
  if (type === 'integer') return leaf('number')
  return type === 'string' ? leaf('text') : []
}
