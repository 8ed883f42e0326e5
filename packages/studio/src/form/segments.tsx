import { h } from 'preact'

interface SegmentsProps<Value extends string> {
  readonly name: string
  readonly label: string
  readonly choices: readonly (readonly [value: Value, text: string])[]
  readonly value: Value
  readonly onChange: (value: Value) => void
}

/** A few values side by side, one of them chosen. */
export function Segments<Value extends string>(props: SegmentsProps<Value>): h.JSX.Element {
  const { name, label, choices, value, onChange } = props
  return (
    <fieldset class="segments">
      <legend>{label}</legend>
      {choices.map(([each, text]) => (
        <label key={each}>
          <input
            type="radio"
            name={name}
            value={each}
            checked={each === value}
            onChange={() => onChange(each)}
          />
          <span>{text}</span>
        </label>
      ))}
    </fieldset>
  )
}
