import { Fragment, h, type VNode } from 'preact'
import { useEffect, useRef } from 'preact/hooks'
import { Erase } from './erase.tsx'
import type { Fault, LedgerClient, Removal, Subject } from './ledger-client.ts'
import { RecordView } from './record-view.tsx'
import type { Words } from './words.ts'

/** What a search has found. */
export interface Found {
  readonly subject?: Subject
  /** Several, of one visitor of the site. */
  readonly consentIds?: readonly string[]
  /** Proofs, once it was erased. */
  readonly erased?: readonly Removal[]
}

interface FoundProps {
  readonly found: Found
  /** What was searched for. */
  readonly query: string
  readonly client: LedgerClient
  readonly words: Words
  readonly onOpen: (consentId: string) => void
  readonly onErased: (proof: readonly Removal[]) => void
  readonly onFault: (fault: Fault) => void
}

/** Shows what was found, and erases it if it is told to. */
export function FoundView({ found, query, client, onOpen, ...rest }: FoundProps): VNode {
  const { words } = rest
  const { subject, consentIds, erased } = found
  return (
    <Fragment>
      {consentIds && (
        <div>
          <Ids consentIds={consentIds} words={words} onOpen={onOpen} />
          <Erase
            {...rest}
            label={words.say('admin.eraseAll')}
            erase={() => client.eraseAllOf(query)}
          />
        </div>
      )}
      {subject && (
        <div key={subject.consentId}>
          <Records subject={subject} words={words} />
          <Erase
            {...rest}
            label={words.say('admin.erase')}
            erase={() => client.erase(subject.consentId)}
          />
        </div>
      )}
      {erased && <Proof removals={erased} words={words} />}
    </Fragment>
  )
}

type IdsProps = Pick<FoundProps, 'words' | 'onOpen'> & { readonly consentIds: readonly string[] }

const Ids = ({ consentIds, words, onOpen }: IdsProps): VNode => (
  <Fragment>
    <h3 id="ids">{words.say('admin.visitor')}</h3>
    <ul class="ids" aria-labelledby="ids">
      {consentIds.map((id) => (
        <li key={id}>
          <button type="button" class="plain" onClick={() => onOpen(id)}>
            {id}
          </button>
        </li>
      ))}
    </ul>
  </Fragment>
)

function Records({ subject, words }: { readonly subject: Subject; readonly words: Words }): VNode {
  const newestFirst = [...subject.records].sort((a, b) => b.sequence - a.sequence)
  return (
    <Fragment>
      <h3 class="id">{subject.consentId}</h3>
      {newestFirst.map((record, index) => (
        <RecordView
          key={record.recordId}
          link={record}
          texts={subject.texts}
          isOpen={index === 0}
          words={words}
        />
      ))}
    </Fragment>
  )
}

interface ProofProps {
  readonly removals: readonly Removal[]
  readonly words: Words
}

function Proof({ removals, words }: ProofProps): VNode {
  const heading = useRef<HTMLHeadingElement>(null)
  // The button that had the keyboard is gone.
  useEffect(() => heading.current?.focus(), [])
  return (
    <div>
      <h3 ref={heading} tabIndex={-1}>
        {words.say('admin.erased')}
      </h3>
      <pre class="proof">{JSON.stringify(removals, null, 2)}</pre>
    </div>
  )
}
