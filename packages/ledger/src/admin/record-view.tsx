import type { ConsentRecord } from '@kelisim/core/consent-record'
import { Fragment, h, type VNode } from 'preact'
import type { Subject, SubjectRecord } from './ledger-client.ts'
import type { Words } from './words.ts'

interface RecordProps {
  readonly link: SubjectRecord
  readonly texts: Subject['texts']
  readonly isOpen: boolean
  readonly words: Words
}

/**
 * Shows one record in full, with the text that was on the screen. All of it was written by others: it becomes text,
 * and no address in it becomes a link.
 */
export function RecordView({ link, texts, isOpen, words }: RecordProps): VNode {
  const { say } = words
  const record = link.record as ConsentRecord | null
  const event = record ? `: ${words.nameOf('receipt.event', record.event)}` : ''
  return (
    <details class="record" open={isOpen}>
      <summary>
        {say('admin.record', { number: link.sequence })}
        {event}
        <time>{moment(link.receivedAt)}</time>
      </summary>
      {record ? (
        <Fragment>
          <dl>{factsOf(link, record, words).map(([name, value]) => fact(say(name), value))}</dl>
          <h4>{say('admin.shown')}</h4>
          <ShownText record={record} texts={texts} words={words} />
        </Fragment>
      ) : (
        <p>{say('admin.removed')}</p>
      )}
      <details>
        <summary>{say('admin.all')}</summary>
        <pre>{JSON.stringify(link, null, 2)}</pre>
      </details>
    </details>
  )
}

type Fact = readonly [name: string, value: string | null | undefined]

function factsOf(link: SubjectRecord, record: ConsentRecord, words: Words): Fact[] {
  const context = (link.context ?? {}) as { agent?: string }
  const names = (isAllowed: boolean) =>
    Object.entries({ ...record.categories, ...record.services })
      .filter(([, answer]) => answer === isAllowed)
      .map(([id]) => words.nameOf('category', id))
      .join(', ')
  return [
    ['admin.received', moment(link.receivedAt)],
    ['admin.said', moment(record.at)],
    ['receipt.until', moment(record.validUntil)],
    ['receipt.allowed', names(true) || words.say('receipt.nothing')],
    ['admin.refused', names(false)],
    ['admin.how', `${record.action} (${record.method})`],
    ['admin.language', words.nameOf('language', record.language)],
    ['receipt.policy', `${record.policy.version} ${record.policy.url}`.trim()],
    ['receipt.operator', record.operator?.name],
    ['admin.page', record.page],
    ['admin.site', link.site],
    ['admin.subject', link.subject],
    ['admin.browser', context.agent],
    ['admin.hash', link.hash],
  ]
}

function fact(name: string, value: Fact[1]): VNode | null {
  if (!value) return null
  return (
    <div key={name}>
      <dt>{name}</dt>
      <dd>{value}</dd>
    </div>
  )
}

type ShownProps = Pick<RecordProps, 'texts' | 'words'> & { readonly record: ConsentRecord }

function ShownText({ record, texts, words }: ShownProps): VNode {
  const { shownSha256: hash, language } = record
  if (!hash) return <p>{words.say('admin.unshown')}</p>
  const text = texts[hash]
  if (typeof text !== 'string') return <p class="id">{words.say('admin.unsent', { hash })}</p>
  return (
    <pre class="shown" lang={language}>
      {text}
    </pre>
  )
}

// The same in every language, and to the second: it is a proof.
const moment = (iso: string): string => iso.replace('T', ' ').replace(/(\.\d+)?Z$/, ' UTC')
