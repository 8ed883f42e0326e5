import type { Decision, Options } from '@kelisim/core'
import { type Asked, resolveAsked } from '@kelisim/core/asked'
import { policyInForce } from '@kelisim/core/policy-in-force'
import type { State } from '@kelisim/core/state'
import { createAge } from '@kelisim/ui/age'
import { type BannerProps, createBanner } from '@kelisim/ui/banner'
import { createPolicyChange } from '@kelisim/ui/policy-change'
import { createWords } from '@kelisim/ui/words'
import { atom } from 'nanostores'
import { allTexts } from '../document-texts.ts'
import { siteLink } from '../site-link.ts'
import type { ArchivedBanner } from './policy-archive.ts'

/** What a banner depends on besides the options. */
interface Moment {
  readonly language: string
  /** Milliseconds since the Unix epoch. */
  readonly at: number
}

// More sets of categories than this make no readable file.
const MOST_COMBINED = 5

/**
 * Draws every text that the first layer can have: the first question, and the later ones about each set of
 * categories that may have changed, after each earlier version. With more than five optional categories only
 * single ones and all of them.
 */
export function bannerTexts(
  options: Options,
  earlier: readonly string[],
  moment: Moment,
): Omit<ArchivedBanner, 'sha256'>[] {
  const asked = resolveAsked(options)
  const [, ...optional] = asked.categories.keys()
  const again = ['', ...earlier].flatMap((after) =>
    setsOf(optional).map((changed) => ({ asked: changed, after })),
  )
  return [{ asked: optional, after: null }, ...again].map((question) => ({
    ...question,
    text: drawText(options, asked, { ...question, ...moment }),
  }))
}

function drawText(
  options: Options,
  asked: Asked,
  { language, at, ...question }: Moment & Pick<ArchivedBanner, 'asked' | 'after'>,
): string {
  const policy = policyInForce(options.policy, at)
  const state = {
    asked,
    options: { ...options, policy },
    consent: { $decision: atom(answeredBefore(asked, question)) },
    $language: atom(language),
    $view: atom('notice'),
  } as unknown as State
  const scene: BannerProps = {
    state,
    age: options.minors && createAge(state),
    running: { dismiss() {} },
    words: createWords(options, language, allTexts(options, language)),
    shown: () => '',
    change: createPolicyChange(policy),
    link: siteLink,
    respond() {},
    prefetch() {},
  }
  return createBanner<string>((_tag, _properties, ...children) => children.join(''), scene)
}

/** A decision that leaves these categories to be asked again. */
function answeredBefore(
  { categories }: Asked,
  { asked, after }: Pick<ArchivedBanner, 'asked' | 'after'>,
): Decision | null {
  if (after === null) return null
  const settled = [...categories.values()].filter(({ id }) => !asked.includes(id))
  return {
    policyVersion: after,
    asked: Object.fromEntries(settled.map(({ id, hash }) => [id, hash])),
  } as unknown as Decision
}

/** Lists the sets of some ids that are not empty, each in the given order. */
function setsOf(ids: readonly string[]): string[][] {
  if (ids.length > MOST_COMBINED) return [...ids.map((id) => [id]), [...ids]]
  return ids
    .reduce<string[][]>((sets, id) => [...sets, ...sets.map((set) => [...set, id])], [[]])
    .filter((set) => set[0])
}
