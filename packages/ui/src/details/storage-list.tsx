import { h, type VNode } from 'preact'
import type { StorageEntry } from '../../../core/src/model/options.ts'
import { period } from '../period.ts'
import type { DialogWords } from '../preferences/dialog-words.ts'

interface StorageProps {
  readonly words: DialogWords
  readonly storage: readonly StorageEntry[]
}

/** What is kept: names together that are of one kind, for one purpose and for the same time. */
export function StorageList({ words, storage }: StorageProps): VNode {
  const { say, own } = words
  const groups = new Map<string, { names: string[]; facts: string; purpose: string }>()
  for (const { name, kind, party, lifetime, purpose } of storage) {
    const facts = [
      say(`details.kind.${kind}`),
      period(lifetime, say),
      party === 3 && say('details.foreign'),
    ]
    const group = { facts: facts.filter(Boolean).join(', '), purpose: own(purpose) }
    const key = JSON.stringify(group)
    const names = groups.get(key)?.names ?? []
    groups.set(key, { ...group, names: [...names, name] })
  }
  return (
    <ul>
      {[...groups].map(([key, { names, facts, purpose }]) => (
        <li key={key}>
          {names.map((name) => [<code key={name}>{name}</code>, ' '])}
          <span>{facts}</span>
          {purpose && <small dir="auto">{purpose}</small>}
        </li>
      ))}
    </ul>
  )
}
