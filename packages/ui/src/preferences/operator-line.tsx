import { h, type VNode } from 'preact'
import type { DialogScene } from './dialog-scene.ts'

/** Who processes the data, and where to ask about it. */
export function OperatorLine({
  state: { options },
  words: { say, own },
}: DialogScene): VNode | null {
  const { operator } = options
  if (!operator) return null
  const { name, bin, iin, inn, address, email } = operator
  // The numbers are called so in Kazakhstan and in Russia, whatever the language of the page.
  const numbers = [bin && `БИН/БСН ${bin}`, iin && `ИИН/ЖСН ${iin}`, inn && `ИНН ${inn}`]
  const facts = [name, ...numbers, address].filter(Boolean)
  return (
    <p class="record" dir="auto">
      {say('preferences.operator')}: {facts.map(own).filter(Boolean).join(', ')}
      {email && (
        <span>
          {'. '}
          {say('preferences.contact')}: <a href={`mailto:${own(email)}`}>{own(email)}</a>
        </span>
      )}
    </p>
  )
}
