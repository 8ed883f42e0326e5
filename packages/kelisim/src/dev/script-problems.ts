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
export function scriptProblems({ operator, policy, services = [] }: Options): Problem[] {
  const addresses: readonly (readonly [Path, string | undefined])[] = [
    [['operator', 'email'], operator?.email],
    [['policy', 'url'], HOST.exec(policy?.url ?? '')?.[1]],
    ...services.flatMap(({ privacyUrl, hosts = [] }, index) => [
      [['services', index, 'privacyUrl'], HOST.exec(privacyUrl ?? '')?.[1]] as const,
      ...hosts.map((host, at) => [['services', index, 'hosts', at], host.split('/')[0]] as const),
    ]),
  ]
  return addresses.flatMap(([path, text = '']) => {
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

const CYRILLIC = /\p{Script=Cyrillic}/u
const isMixed = (label: string): boolean => CYRILLIC.test(label) && /\p{Script=Latin}/u.test(label)
