import { h } from 'preact'
import { CopyButton } from './copy-button.tsx'

interface CopyableProps {
  readonly id: string
  readonly label: string
  readonly hint: string
  readonly text: string
}

/** A text to take along. */
export function Copyable({ id, label, hint, text }: CopyableProps): h.JSX.Element {
  return (
    <div class="copyable">
      <h3>
        <label for={id}>{label}</label>
      </h3>
      <p class="hint" id={`${id}-hint`}>
        {hint}
      </p>
      <textarea
        id={id}
        readOnly
        rows={8}
        spellcheck={false}
        wrap="off"
        aria-describedby={`${id}-hint`}
        value={text}
      />
      <CopyButton text={() => text} describedBy={id} />
    </div>
  )
}
