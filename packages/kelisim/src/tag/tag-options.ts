import type { Options } from '@kelisim/core'

/** The whole name, the group that it is of, and the name in that group. */
type Parts = [string, string, string]

/**
 * Reads the options that the tag carries as attributes: `data-policy-url` is `policy.url`, lists are
 * separated by commas or spaces, and `data-lang` is `language`.
 *
 * @param data The tag's `dataset`.
 */
export function tagOptions(data: Readonly<DOMStringMap>): Options {
  const options = Object.create(null)
  for (const [name, text = ''] of Object.entries(data)) {
    // Fits every name; one that is a group's alone, such as `data-policy`, is a nameless option of that group.
    const [, group, rest] = /^(policy|operator|cookie|)(.*)/.exec(name) as unknown as Parts
    const key = rest.replace(/./, (letter) => letter.toLowerCase())
    const target = group ? (options[group] ??= {}) : options
    target[key === 'lang' ? 'language' : key] = valueOf(key, text)
  }
  return options
}

function valueOf(name: string, text: string): unknown {
  // By as few letters as no other option has at that end: `categories`, `languages`; `revision`, `expiresAfterDays`.
  if (/[ig]es$/.test(name)) return text.split(/[\s,]+/)
  if (/^(rev|exp)/.test(name)) return +text
  return text === 'true' || (text === 'false' ? false : text)
}
