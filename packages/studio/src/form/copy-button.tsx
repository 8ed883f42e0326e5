import { h } from 'preact'
import { useState } from 'preact/hooks'
import { useSay } from './use-state.ts'

interface CopyButtonProps {
  readonly text: () => string
  /** @default "the word for copying" */
  readonly label?: string
  readonly describedBy?: string
}

/** Puts a text into the clipboard, and says whether the browser let it. */
export function CopyButton({ text, label, describedBy }: CopyButtonProps): h.JSX.Element {
  const say = useSay()
  const [status, setStatus] = useState('')
  const copy = async (): Promise<void> => {
    try {
      await navigator.clipboard.writeText(text())
      setStatus('result.copied')
    } catch {
      setStatus('result.notCopied')
    }
  }
  return (
    <p class="copy">
      <button type="button" aria-describedby={describedBy} onClick={() => void copy()}>
        {label ?? say('result.copy')}
      </button>{' '}
      <output>{status && say(status)}</output>
    </p>
  )
}
