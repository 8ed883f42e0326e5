import { h, type VNode } from 'preact'
import { useEffect, useRef, useState } from 'preact/hooks'
import { Message } from './controls.tsx'
import { type Fault, faultOf, type LedgerClient, type Stats } from './ledger-client.ts'
import type { Words } from './words.ts'

const DAY_MS = 864e5

interface SignInProps {
  readonly words: Words
  readonly fault: Fault | null
  readonly onFault: (fault: Fault) => void
  readonly clientOf: (token: string) => LedgerClient
  readonly onSignedIn: (client: LedgerClient, first: Stats) => void
}

/** Asks for the operator's token and tries it: it is right if the ledger answers to it. */
export function SignIn({ words, fault, onFault, clientOf, onSignedIn }: SignInProps): VNode {
  const [isTrying, setTrying] = useState(false)
  const field = useRef<HTMLInputElement>(null)
  useEffect(() => field.current?.focus(), [fault])
  const { say } = words
  const signIn = async () => {
    if (isTrying) return
    const client = clientOf(field.current?.value.trim() ?? '')
    setTrying(true)
    try {
      onSignedIn(client, await client.stats(lastDays(30)))
    } catch (error) {
      setTrying(false)
      onFault(faultOf(error))
    }
  }
  const said = isTrying ? say('admin.loading') : fault ? say(`admin.fault.${fault}`) : ''
  return (
    <form
      class="sign-in"
      onSubmit={(event) => {
        event.preventDefault()
        void signIn()
      }}
    >
      <label class="wide">
        {say('admin.token')}
        <input
          ref={field}
          type="password"
          required
          autocomplete="off"
          spellcheck={false}
          aria-describedby="hint"
        />
      </label>
      <button>{say('admin.signIn')}</button>
      <p id="hint" class="muted">
        {say('admin.hint')}
      </p>
      <Message text={said} />
    </form>
  )
}

const lastDays = (count: number) => {
  const day = (time: number) => new Date(time).toISOString().slice(0, 10)
  const now = Date.now()
  return { from: day(now - (count - 1) * DAY_MS), to: day(now) }
}
