import schema from '../../packages/core/config.schema.json' with { type: 'json' }
import { problemsOf } from '../../packages/kelisim/src/dev/problems-of.ts'
import { namesService } from '../../packages/kelisim/src/tag/names-service.ts'
import { readAttributes } from '../../packages/kelisim/src/tag/read-attributes.ts'
import { tagOptions } from '../../packages/kelisim/src/tag/tag-options.ts'
import { makePreset } from '../../packages/services/src/preset-by-id.ts'
import type { BlockElement } from './block-markup.ts'

const CATEGORIES = ['necessary', 'functional', 'analytics', 'marketing']
/** Read by others than Kelisim: 1C-Bitrix leaves such a script where it is. */
const OTHERS = ['data-skip-moving']
/** What our documented attributes are on elements of a page. */
const MARKS = ['data-category', 'data-kelisim-src']

/**
 * What is wrong with a tag of ours, as the tag itself and the validator see it; empty when it works.
 */
export function tagFaults({ attributes }: BlockElement): readonly string[] {
  const own = tagOptions(dataOf(attributes))
  const faults: string[] = []
  const wanted = readAttributes(own, (written, repair) => faults.push(`${written}: ${repair}`))
  const services = wanted.map(({ id, options }) => makePreset(id, options))
  const isOption = ([name]: [string, unknown]): boolean =>
    name in schema.properties || !namesService(name)
  const options = Object.fromEntries(Object.entries(own).filter(isOption))
  const problems = problemsOf({ ...options, services })
  return [...faults, ...problems.map(({ path, message }) => `${path}: ${message}`)]
}

/** What is wrong with an element of the page that carries our attributes. */
export function markFaults({ name, attributes }: BlockElement): readonly string[] {
  const marks = Object.keys(attributes).filter((each) => each.startsWith('data-'))
  const category = attributes['data-category'] ?? ''
  const isHeld = name !== 'script' || attributes['type'] === 'text/plain'
  return [
    ...marks.filter((each) => !MARKS.includes(each)).map((each) => `${each} is no mark of ours`),
    ...(CATEGORIES.includes(category) ? [] : [`<${name}> has no category`]),
    ...(isHeld ? [] : [`<${name}> runs at once`]),
    ...(name === 'iframe' && attributes['src'] ? ['<iframe> loads at once'] : []),
  ]
}

/** Attributes as a browser's `dataset` has them. */
function dataOf(attributes: BlockElement['attributes']): Readonly<Record<string, string>> {
  const camel = (name: string): string =>
    name.slice(5).replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase())
  const own = Object.entries(attributes).filter(
    ([name]) => name.startsWith('data-') && !OTHERS.includes(name),
  )
  return Object.fromEntries(own.map(([name, value]) => [camel(name), value]))
}
