import { h, type VNode } from 'preact'
import { useRef, useState } from 'preact/hooks'
import { Message } from './controls.tsx'
import { type Fault, faultOf, type LedgerClient, type Subject } from './ledger-client.ts'
import { lookUp } from './look-up.ts'
import { RecordView } from './record-view.tsx'
import type { Words } from './words.ts'

interface SearchProps {
  readonly client: LedgerClient
  readonly words: Words
  readonly onFault: (fault: Fault) => void
}

interface Found {
  readonly consentIds?: readonly string[]
  readonly subject?: Subject
  /** Key of a text. */
  readonly said?: string
}

/** Finds the records of one consent id, or the consent ids of one visitor. */
export function Search({ client, words, onFault }: SearchProps): VNode {
  const [query, setQuery] = useState('')
  const [found, setFound] = useState<Found>({})
  const latest = useRef(0)
  const { say } = words
  const find = async (text: string) => {
    const number = ++latest.current
    setFound({ said: 'admin.loading' })
    const next: Found = await lookUp(client, text).catch((error: unknown) => {
      const fault = faultOf(error)
      onFault(fault)
      return { said: `admin.fault.${fault}` }
    })
    // An answer that comes late is not what was asked for last.
    if (number === latest.current) setFound(next)
  }
  const open = (id: string) => {
    setQuery(id)
    void find(id)
  }
  return (
    <section aria-labelledby="search">
      <h2 id="search">{say('admin.search')}</h2>
      <form
        aria-labelledby="search"
        class="row"
        onSubmit={(event) => {
          event.preventDefault()
          void find(query.trim())
        }}
      >
        <label class="wide">
          {say('admin.query')}
          <input
            required
            maxLength={128}
            autocomplete="off"
            spellcheck={false}
            value={query}
            onInput={({ currentTarget }) => setQuery(currentTarget.value)}
          />
        </label>
        <button>{say('admin.find')}</button>
      </form>
      <Message text={found.said ? say(found.said) : ''} />
      {found.consentIds && (
        <div>
          <h3 id="ids">{say('admin.visitor')}</h3>
          <ul class="ids" aria-labelledby="ids">
            {found.consentIds.map((id) => (
              <li key={id}>
                <button type="button" class="plain" onClick={() => open(id)}>
                  {id}
                </button>
              </li>
            ))}
          </ul>
        </div>
      )}
      {found.subject && <Records subject={found.subject} words={words} />}
    </section>
  )
}

function Records({ subject, words }: { readonly subject: Subject; readonly words: Words }): VNode {
  const newestFirst = [...subject.records].sort((a, b) => b.sequence - a.sequence)
  return (
    <div>
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
    </div>
  )
}
