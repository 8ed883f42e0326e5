import { h } from 'preact'
import { setValue } from '../project/state.ts'
import type { Path, Tree } from '../project/tree.ts'
import { FieldFrame } from './field-frame.tsx'

interface TextFieldProps {
  readonly path: Path
  readonly label: string
  readonly hint?: string
  readonly placeholder?: string
  readonly isNumber?: boolean
  /** An empty text stays one: the name of an entry of a list, which would go with it. */
  readonly keepsEmpty?: boolean
}

/** A line of text, or a number. */
export function TextField(props: TextFieldProps): h.JSX.Element {
  const { path, label, hint = '', placeholder, isNumber = false, keepsEmpty = false } = props
  const change = (text: string): void => {
    const isGone = text === '' && !keepsEmpty
    setValue(path, isGone ? undefined : isNumber ? numberOf(text) : text)
  }
  return (
    <FieldFrame path={path} label={label} hint={hint}>
      {(described, value) => (
        <input
          {...described}
          type="text"
          inputMode={isNumber ? 'numeric' : undefined}
          autocomplete="off"
          spellcheck={false}
          placeholder={placeholder}
          value={shown(value)}
          onInput={({ currentTarget }) => change(currentTarget.value)}
        />
      )}
    </FieldFrame>
  )
}

// What is no number stays a text, and the validator says so.
const numberOf = (text: string): Tree => (/^\d{1,9}$/.test(text) ? Number(text) : text)

/** Shows a value of another kind as it is written in JSON. */
export const shown = (value: Tree | undefined): string =>
  typeof value === 'object' ? JSON.stringify(value) : `${value ?? ''}`
