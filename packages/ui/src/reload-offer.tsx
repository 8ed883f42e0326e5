import { Fragment, h, type VNode } from 'preact'
import type { Scene } from './shell.ts'

/** Offers a reload where something that was withdrawn still runs. */
export function ReloadOffer({ context, words: { say } }: Scene): VNode {
  return (
    <>
      <p part="text" id="title">
        {say('reload.body')}
      </p>
      <footer>
        <button part="choice" onClick={() => location.reload()}>
          {say('reload.now')}
        </button>
        <button part="choice" onClick={context.close}>
          {say('reload.later')}
        </button>
      </footer>
    </>
  )
}
