import type { Options } from '@kelisim/core'

/**
 * Reads the options that the tag carries as attributes: `data-policy-url` is `policy.url`, lists are
 * separated by commas or spaces, and `data-lang` is `language`.
 *
 * @param data The tag's `dataset`.
 */
export function tagOptions(data: Readonly<DOMStringMap>): Options {
  const options: Record<string, unknown> = {}
  for (const [name, text = ''] of Object.entries(data)) {
    const [, group, first = '', rest = ''] = /^(policy|operator|cookie)([A-Z])(.*)/.exec(name) ?? []
    if (group) {
      const key = first.toLowerCase() + rest
      options[group] = { ...(options[group] as object), [key]: valueOf(key, text) }
    } else options[name === 'lang' ? 'language' : name] = valueOf(name, text)
  }
  return options
}

function valueOf(name: string, text: string): unknown {
  if (/^(categori|languag)es$/.test(name)) return text.split(/[\s,]+/)
  if (/^(revision|expiresAfterDays)$/.test(name)) return +text
  return text === 'true' || (text === 'false' ? false : text)
}
