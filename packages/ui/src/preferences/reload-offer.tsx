import { h, type VNode } from 'preact'
import type { Running } from '../../../core/src/state.ts'
import type { DialogWords } from './dialog-words.ts'

interface ReloadOfferProps {
  readonly running: Running
  readonly words: DialogWords
}

/** Offers a reload where something that was withdrawn still runs. */
export function ReloadOffer({ running, words: { language, say } }: ReloadOfferProps): VNode {
  return (
    // The key is taken from whatever has the focus inside.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <section
      part="notice"
      popover="manual"
      aria-label={say('reload.body')}
      lang={language}
      dir="auto"
      onKeyDown={(event) => event.key === 'Escape' && running.dismiss()}
    >
      <p part="text">{say('reload.body')}</p>
      <footer>
        <button part="choice" onClick={() => location.reload()}>
          {say('reload.now')}
        </button>
        <button part="choice" onClick={running.dismiss}>
          {say('reload.later')}
        </button>
      </footer>
    </section>
  )
}
