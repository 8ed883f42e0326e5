import { h } from 'preact'
import { setValue } from '../project/state.ts'
import type { Path } from '../project/tree.ts'
import { FieldFrame } from './field-frame.tsx'
import { shown } from './text-field.tsx'
import { useValue } from './use-state.ts'

interface ChoiceFieldProps {
  readonly path: Path
  readonly label: string
  readonly hint?: string
  /** Values with their texts. */
  readonly choices: readonly (readonly [value: string, text: string])[]
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
  const value = shown(useValue(path))
  const isKnown = value === '' || choices.some(([each]) => each === value)
  const options = [['', unset], ...choices, ...(isKnown ? [] : [[value, value]])]
  return (
    <FieldFrame path={path} label={label} hint={hint}>
      {(described) => (
        <select
          {...described}
          value={value}
          onChange={({ currentTarget }) => setValue(path, currentTarget.value || undefined)}
        >
          {options.map(([each, text]) => (
            <option key={each} value={each}>
              {text}
            </option>
          ))}
        </select>
      )}
    </FieldFrame>
  )
}
