import { h, type VNode } from 'preact'
import type { ConsentRecord } from '../../../core/src/on-demand/consent-record.ts'
import type { DialogScene } from '../preferences/dialog-scene.ts'
import { allowedText } from './choice-facts.tsx'

interface HistoryProps extends DialogScene {
  readonly records: readonly ConsentRecord[]
}

/** What was answered before, the newest first. */
export function History({ state, words, records }: HistoryProps): VNode {
  const { say, time } = words
  // Two answers can be of the same second: what counts is their order.
  const newestFirst = records.reduceRight<ConsentRecord[]>((list, each) => [...list, each], [])
  return (
    <div part="history">
      <h4>{say('receipt.history')}</h4>
      {!records[0] && <p>{say('receipt.empty')}</p>}
      <ol>
        {newestFirst.map((record) => (
          <li key={record.recordId}>
            {time(Date.parse(record.at))}: {say(`receipt.event.${record.event}`)}
            {' · '}
            {allowedText(state.asked, record, words)}
          </li>
        ))}
      </ol>
    </div>
  )
}
