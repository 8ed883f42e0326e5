import { Fragment, h, type VNode } from 'preact'
import { useRef, useState } from 'preact/hooks'
import { Message } from './controls.tsx'
import { type Fault, faultOf, type Removal } from './ledger-client.ts'
import type { Words } from './words.ts'

interface EraseProps {
  /** Text of the button. */
  readonly label: string
  readonly words: Words
  readonly erase: () => Promise<readonly Removal[]>
  readonly onErased: (proof: readonly Removal[]) => void
  readonly onFault: (fault: Fault) => void
}

/** A button that erases for ever, after it has asked. */
export function Erase({ label, words, erase, onErased, onFault }: EraseProps): VNode {
  const [said, setSaid] = useState('')
  const dialog = useRef<HTMLDialogElement>(null)
  const { say } = words
  const go = async () => {
    dialog.current?.close()
    setSaid('admin.loading')
    try {
      onErased(await erase())
    } catch (error) {
      const fault = faultOf(error)
      onFault(fault)
      setSaid(`admin.fault.${fault}`)
    }
  }
  return (
    <Fragment>
      <button type="button" class="danger" onClick={() => dialog.current?.showModal()}>
        {label}
      </button>
      <Message text={said && say(said)} />
      <dialog ref={dialog} aria-labelledby="erase" aria-describedby="erase-body">
        <h3 id="erase">{say('admin.eraseTitle')}</h3>
        <p id="erase-body">{say('admin.eraseBody')}</p>
        <div class="row">
          <button type="button" autofocus onClick={() => dialog.current?.close()}>
            {say('admin.cancel')}
          </button>
          <button type="button" class="danger" onClick={() => void go()}>
            {say('admin.eraseNow')}
          </button>
        </div>
      </dialog>
    </Fragment>
  )
}
