import { h, type VNode } from 'preact'
import type { DialogScene } from '../preferences/dialog-scene.ts'

/** Who processes the data, and where to ask about it. */
export function OperatorFacts({ state, words }: DialogScene): VNode | null {
  const { say, own } = words
  const { operator } = state.options
  if (!operator) return null
  const { name, bin, iin, inn, address, email } = operator
  const facts = [
    [say('receipt.operator'), own(name)],
    // The numbers are called so in Kazakhstan and in Russia, whatever the language of the page.
    ['БИН/БСН', own(bin)],
    ['ИИН/ЖСН', own(iin)],
    ['ИНН', own(inn)],
    [say('receipt.address'), own(address)],
    [say('receipt.contact'), email && <a href={`mailto:${own(email)}`}>{own(email)}</a>],
  ] as const
  return (
    <div part="operator">
      <dl>{facts.map(([name, fact]) => fact && [<dt>{name}</dt>, <dd dir="auto">{fact}</dd>])}</dl>
    </div>
  )
}
