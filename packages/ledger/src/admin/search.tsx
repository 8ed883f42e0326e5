import { h, type VNode } from 'preact'
import { useRef, useState } from 'preact/hooks'
import { Message } from './controls.tsx'
import { type Found, FoundView } from './found.tsx'
import { type Fault, faultOf, type LedgerClient } from './ledger-client.ts'
import { lookUp } from './look-up.ts'
import type { Words } from './words.ts'

interface SearchProps {
  readonly client: LedgerClient
  readonly words: Words
  readonly onFault: (fault: Fault) => void
}

interface Answer extends Found {
  /** Key of a text. */
  readonly said?: string
}

/** Finds the records of one consent id, or the consent ids of one visitor. */
export function Search({ client, words, onFault }: SearchProps): VNode {
  const [query, setQuery] = useState('')
  const [asked, setAsked] = useState('')
  const [found, setFound] = useState<Answer>({})
  const latest = useRef(0)
  const { say } = words
  const find = async (text: string) => {
    const number = ++latest.current
    setAsked(text)
    setFound({ said: 'admin.loading' })
    const next: Answer = await lookUp(client, text).catch((error: unknown) => {
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
      <FoundView
        found={found}
        query={asked}
        client={client}
        words={words}
        onOpen={open}
        onErased={(erased) => setFound({ erased })}
        onFault={onFault}
      />
    </section>
  )
}
