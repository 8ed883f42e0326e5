import { hyphenate } from '../../../kelisim/src/tag/hyphenate.ts'
import { attributeWords } from '@kelisim/services/attributes'
import { presetsOf } from '../project/presets-of.ts'
import type { Project } from '../project/project.ts'
import type { Branch, Tree } from '../project/tree.ts'

/** What a project puts into attributes of the tag, and what into the JSON beside it. */
export interface TagParts {
  readonly attributes: Readonly<Record<string, string>>
  readonly config: Branch
}

/** Options that the snippet reads to know what to fetch; it reads attributes only. */
const READ_AHEAD = ['language', 'languages', 'defaultLanguage', 'autoShow', 'cookie']

/** Divides a project between the attributes of the tag and the JSON beside it. */
export function tagParts(project: Project): TagParts {
  const options = Object.entries(project.options)
  const ahead = options.filter(([name]) => READ_AHEAD.includes(name))
  return {
    attributes: {
      ...Object.fromEntries(ahead.flatMap(([name, value]) => optionAttributes(name, value))),
      ...presetAttributes(project),
    },
    config: Object.fromEntries(options.filter(([name]) => !READ_AHEAD.includes(name))),
  }
}

function optionAttributes(name: string, value: Tree): [string, string][] {
  if (name === 'language') return [['data-lang', `${value}`]]
  if (name !== 'cookie') return [[`data-${hyphenate(name)}`, `${value}`]]
  return Object.entries(value as Branch).map(([inner, own]) => [
    `data-cookie-${hyphenate(inner)}`,
    `${own}`,
  ])
}

function presetAttributes(project: Project): Record<string, string> {
  const pairs = presetsOf(project).flatMap(([id, own]) => {
    const words: readonly string[] = attributeWords[id]
    const others = Object.entries(own).filter(([name]) => !words.includes(name))
    return [
      [`data-${id}`, words.map((name) => `${own[name] ?? ''}`.trim()).join(' ')],
      ...others.map(([name, value]) => [
        `data-${id}-${hyphenate(name)}`,
        value === true ? '' : `${value}`,
      ]),
    ]
  })
  return Object.fromEntries(pairs)
}
