import type { Options } from '@kelisim/core'
import type { Path, Problem } from './problem.ts'
import { quote } from './problem.ts'

const HOST = /^[a-z]+:\/\/(?:[^/?#@]*@)?([^/?#:]+)/i

/**
 * Finds addresses whose name mixes Latin with Cyrillic letters that look the same: mail to such an
 * address is lost, and a link leads to somebody else.
 *
 * Source: Unicode Technical Standard 39, section 5.1 (mixed-script detection).
 */
export function scriptProblems(options: Options): Problem[] {
  return addressesIn(options, []).flatMap(([path, text]) => {
    const label = text.split(/[@.]/).find(isMixed)
    if (!label) return []
    const odd = [...label].filter((letter) => CYRILLIC.test(letter))
    return {
      path,
      code: 'mixed-alphabets',
      values: { label: quote(label), letters: quote(odd.join('')) },
    }
  })
}

type Address = readonly [path: Path, hostOrMail: string]

/** Every host of a URL, wherever it stands, every e-mail address, and the hosts of services. */
function addressesIn(value: unknown, path: Path): readonly Address[] {
  if (typeof value === 'object' && value) {
    const keys = Array.isArray(value) ? [...value.keys()] : Object.keys(value)
    return keys.flatMap((key) =>
      addressesIn((value as Record<string, unknown>)[key], [...path, key]),
    )
  }
  if (typeof value !== 'string') return []
  const isHost = path.at(-2) === 'hosts' || path.at(-2) === 'match'
  const name = isHost || path.at(-1) === 'email' ? value.split('/')[0] : HOST.exec(value)?.[1]
  return name ? [[path, name]] : []
}

const CYRILLIC = /\p{Script=Cyrillic}/u
const isMixed = (label: string): boolean => CYRILLIC.test(label) && /\p{Script=Latin}/u.test(label)
