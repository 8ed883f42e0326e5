import type { Draft, Tree } from './migration.ts'
import { textIn } from './migration.ts'

/** The languages that our texts are in. */
const OURS = ['kk', 'ru', 'en']

/** Finds our code for a language of theirs: `kz` and `ru-RU` are found in the field. */
export function languageOf(code: string): string | undefined {
  const short = code.toLowerCase().slice(0, 2).replace('kz', 'kk')
  return OURS.includes(short) ? short : undefined
}

/** Our key for each of their texts, by its path in a translation. */
export type TextKeys = Readonly<Record<string, string>>

/**
 * Carries texts over. Those with markup are left out, because ours are shown as they are.
 *
 * @param translations By language.
 * @param prefix Path of the translations in the configuration.
 */
export function carryTexts(
  draft: Draft,
  translations: Tree,
  keys: TextKeys,
  prefix: string,
): Record<string, Record<string, string>> {
  const texts: Record<string, Record<string, string>> = {}
  for (const [code, translation] of Object.entries(translations)) {
    const language = languageOf(code)
    // Texts that are fetched are not in the configuration.
    if (!language || typeof translation !== 'object') {
      draft.lose(`${prefix}.${code}`, language ? 'text' : 'language')
      continue
    }
    const found = Object.entries(keys).flatMap(([path, key]): [string, string][] => {
      const text = plainText(draft, at(translation, path), `${prefix}.${code}.${path}`)
      return text ? [[key, text]] : []
    })
    if (found.length > 0) texts[language] = Object.fromEntries(found)
  }
  return texts
}

/** A text without markup; empty, and told as lost, where there is some. */
export function plainText(draft: Draft, value: unknown, path: string): string {
  const text = textIn(value)
  if (!/<[a-z/!]|&[a-z#]\w*;|\{\{/i.test(text)) return text
  draft.lose(path, 'markup')
  return ''
}

function at(tree: unknown, path: string): unknown {
  return path.split('.').reduce<unknown>((node, step) => (node as Tree | undefined)?.[step], tree)
}
