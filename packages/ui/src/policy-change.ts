import type { PolicyInForce } from '../../core/src/model/policy-in-force.ts'
import type { BannerProps } from './banner.ts'
import type { Make } from './element.ts'

/**
 * Draws what a question says of the policy to a visitor who answered an earlier version: what is new, and
 * links to that version and to the one that is asked under now. Else nothing.
 */
export type PolicyChange = <Node>(make: Make<Node>, scene: BannerProps) => (Node | string)[]

/** Tells what is new in a policy. */
export const createPolicyChange =
  ({ archive, summary, version = '' }: PolicyInForce): PolicyChange =>
  (make, scene) => {
    const { link, words } = scene
    const earlier = earlierVersion(scene)
    if (!archive || !earlier || earlier === version) return []
    const links = Object.entries({ before: earlier, now: version }).flatMap(([word, version]) => {
      const href = version && link(`${archive}${encodeURIComponent(version)}.html`)
      return href ? [' · ', make('a', { href }, words.say(`notice.${word}`, { version }))] : []
    })
    return [summary ? ` · ${words.own(summary)}` : '', ...links]
  }

/** The version that was answered, where something is asked again; else empty. */
function earlierVersion({ state: { asked, consent } }: BannerProps): string {
  const decision = consent.$decision.get()
  const [, ...optional] = asked.categories.values()
  const isAgain = optional.some(({ id, hash }) => decision?.asked[id] !== hash)
  return (isAgain && decision?.policyVersion) || ''
}
