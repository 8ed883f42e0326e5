import { h, type VNode } from 'preact'
import type { Stats } from './ledger-client.ts'
import type { Words } from './words.ts'

interface MissingProps {
  readonly texts: Stats['missingTexts']
  readonly words: Words
}

/** Names the texts that records of the period refer to and that never came, if there are any. */
export function MissingTexts({ texts, words }: MissingProps): VNode | null {
  if (texts.length === 0) return null
  const { say, number } = words
  return (
    <details class="missing">
      <summary>{say('admin.missing', { count: number(texts.length) })}</summary>
      <p>{say('admin.missingHint')}</p>
      <ul class="ids">
        {texts.map(({ sha256, count }) => (
          <li key={sha256} class="id">
            {say('admin.missingIn', { hash: sha256, count: number(count) })}
          </li>
        ))}
      </ul>
    </details>
  )
}
