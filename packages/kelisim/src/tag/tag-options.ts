import type { Options } from '@kelisim/core'

type Value = string | number | boolean | string[]

const LISTS = ['categories', 'languages']
const NUMBERS = ['revision', 'expiresAfterDays']

/**
 * Reads the options that the tag carries as attributes: `data-policy-url` is `policy.url`, lists are
 * separated by commas or spaces, and `data-lang` is `language`.
 *
 * @param data The tag's `dataset`.
 */
export function tagOptions(data: Readonly<DOMStringMap>): Options {
  const options: Record<string, Value | Record<string, Value>> = {}
  for (const [name, text = ''] of Object.entries(data)) {
    const [, group, key = ''] = /^(policy|operator|cookie)([A-Z]\w*)$/.exec(name) ?? []
    if (group) {
      const inner = key.charAt(0).toLowerCase() + key.slice(1)
      options[group] = { ...(options[group] as Record<string, Value>), [inner]: valueOf(inner, text) }
    } else options[name === 'lang' ? 'language' : name] = valueOf(name, text)
  }
  return options as Options
}

function valueOf(name: string, text: string): Value {
  if (LISTS.includes(name)) return text.split(/[\s,]+/).filter(Boolean)
  if (NUMBERS.includes(name)) return Number(text)
  return text === 'true' || text === 'false' ? text === 'true' : text
}
