import { h, type VNode } from 'preact'
import type { Asked } from '../../../core/src/model/asked.ts'
import type { Decision } from '../../../core/src/model/decision.ts'
import { period } from '../period.ts'
import type { DialogScene } from '../preferences/dialog-scene.ts'
import type { DialogWords } from '../preferences/dialog-words.ts'
import { answered } from './facts.ts'

/** Says what a decision allows: names of categories, with the services that differ. */
export function allowedText(
  asked: Asked,
  decision: Pick<Decision, 'categories' | 'services'>,
  words: DialogWords,
): string {
  const { say, nameOf } = words
  const parts = answered({ asked, decision }).flatMap(({ category, isAllowed, services }) => {
    const others = services.filter((each) => each.isAllowed !== isAllowed)
    const names = others.map(({ service: { id, name = id } }) => name).join(', ')
    if (!isAllowed) return others[0] ? `${nameOf(category)}: ${names}` : []
    return nameOf(category) + (others[0] ? ` (${say('receipt.exceptOf', { names })})` : '')
  })
  return parts.join('; ') || say('receipt.nothing')
}

/** "Your choice": its number, time, term and version, and what is allowed. */
export function ChoiceFacts({ state, words }: DialogScene): VNode {
  const { say, time } = words
  const { asked, consent, options } = state
  const decision = consent.$decision.get()
  const term = period(`P${options.cookie?.expiresAfterDays ?? 365}D`, say)
  const facts = decision
    ? [
        ['id', <code>{decision.consentId}</code>],
        ['at', time(decision.at)],
        ['until', time(decision.expiresAt)],
        ['policy', decision.policyVersion],
        ['allowed', allowedText(asked, decision, words)],
      ]
    : [['term', term]]
  return (
    <div part="receipt">
      {!decision && <p>{say('receipt.none')}</p>}
      <dl>
        {facts.map(([name, fact]) => fact && [<dt>{say(`receipt.${name}`)}</dt>, <dd>{fact}</dd>])}
      </dl>
    </div>
  )
}
