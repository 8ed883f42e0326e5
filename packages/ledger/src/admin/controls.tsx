import { h, type VNode } from 'preact'

interface ChoiceProps {
  readonly label: string
  /** Text of the entry that leaves it open. */
  readonly all: string
  readonly values: readonly string[]
  /** Empty where it is left open. */
  readonly value: string
  readonly nameOf?: (value: string) => string
  readonly onChoose: (value: string) => void
}

/** A list to choose one value from, or none. */
export function Choice({ label, all, values, value, nameOf, onChoose }: ChoiceProps): VNode {
  return (
    <label>
      {label}
      <select value={value} onChange={({ currentTarget }) => onChoose(currentTarget.value)}>
        <option value="">{all}</option>
        {values.map((each) => (
          <option key={each} value={each}>
            {nameOf?.(each) ?? each}
          </option>
        ))}
      </select>
    </label>
  )
}

/** Says something aloud too; stays in the page while it has nothing to say. */
export const Message = ({ text }: { readonly text: string }): VNode => (
  <output class="message">{text}</output>
)
