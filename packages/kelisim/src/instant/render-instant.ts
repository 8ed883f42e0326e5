import type { Messages, Options } from '@kelisim/core'
import type { Refusal } from '@kelisim/core/refuse'
import { ownOptions } from '@kelisim/core/own-options'
import { policyInForce } from '@kelisim/core/policy-in-force'
import { resolveAsked } from '@kelisim/core/asked'
import { createBanner } from '@kelisim/ui/banner'
import { layouts } from '@kelisim/ui/layouts'
import { escaped, markup } from '@kelisim/ui/markup'
import { createWords } from '@kelisim/ui/words'
import { atom } from 'nanostores'
import { siteLink } from '../site-link.ts'
import { rulesFor } from './rules-for.ts'

/** One language of the notice, and the script behind it. */
export interface InstantParts {
  readonly language: string
  readonly texts: Messages
  readonly script: string
}

/** Writes the notice as HTML, with the script that shows it to first visitors. */
export function renderInstant(given: Options, { language, texts, script }: InstantParts): string {
  const options = ownOptions(given)
  const asked = resolveAsked(options)
  const policy = policyInForce(options.policy, Date.now())
  const nothing = (): void => {}
  const { html } = createBanner(markup, {
    words: createWords(options, language, texts),
    state: {
      asked,
      options,
      consent: { $decision: atom(null) },
      $view: atom('none' as const),
      $language: atom(language),
    },
    // Who listens comes later, with the notice itself.
    running: { dismiss: nothing },
    respond: nothing,
    prefetch: nothing,
    change: () => [],
    shown: String,
    link: siteLink,
  })
  const [, ...optional] = asked.categories.values()
  const refusal: Refusal = {
    asked: Object.fromEntries(optional.map(({ id, hash }) => [id, hash])),
    language,
    days: options.cookie?.expiresAfterDays ?? 365,
    policyVersion: policy.version,
  }
  // Which domain the subdomains share is found out by the core alone.
  const own =
    options.cookie?.scope === 'site' ? '' : ` data-refusal="${escaped(JSON.stringify(refusal))}"`
  // The script is the same on every page, so what only some pages look like stands beside it.
  const look =
    (options.layout ?? options.place)
      ? ` data-css="${escaped(rulesFor(options.layout ?? 'box', layouts.css))}"`
      : ''
  const nonce = options.nonce ? ` nonce="${escaped(options.nonce)}"` : ''
  return `<kelisim-view hidden${own}${look}><template shadowrootmode="open">${html}</template></kelisim-view><script${nonce}>${script}</script>`
}
