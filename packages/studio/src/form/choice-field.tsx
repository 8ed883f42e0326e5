import { h } from 'preact'
import { setValue } from '../project/state.ts'
import type { Path } from '../project/tree.ts'
import { FieldFrame } from './field-frame.tsx'
import { shown } from './text-field.tsx'

type Choices = readonly (readonly [value: string, text: string])[]

interface ChoiceFieldProps {
  readonly path: Path
  readonly label: string
  readonly hint?: string
  /** Values with their texts. */
  readonly choices: Choices
  /** Text for no value. */
  readonly unset: string
}

/** One of several values. */
export function ChoiceField({
  path,
  label,
  hint = '',
  choices,
  unset,
}: ChoiceFieldProps): h.JSX.Element {
  return (
    <FieldFrame path={path} label={label} hint={hint}>
      {(described, value) => (
        <select
          {...described}
          value={shown(value)}
          onChange={({ currentTarget }) => setValue(path, currentTarget.value || undefined)}
        >
          {[['', unset], ...choices, ...foreign(shown(value), choices)].map(([each, text]) => (
            <option key={each} value={each}>
              {text}
            </option>
          ))}
        </select>
      )}
    </FieldFrame>
  )
}

/** A value that is none of the choices speaks for itself. */
const foreign = (value: string, choices: Choices): Choices =>
  value === '' || choices.some(([each]) => each === value) ? [] : [[value, value]]
