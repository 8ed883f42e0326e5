import { h, type VNode } from 'preact'
import { isPerson } from '../../../core/src/on-demand/is-person.ts'

interface SwitchProps {
  readonly label: string
  readonly isOn: boolean
  /** Neither on nor off. */
  readonly isHalf?: boolean
  readonly onSwitch: (on: boolean) => void
  /** Puts the switch back to what the draft says. */
  readonly redraw: () => void
}

/** A switch that only a person can turn on: what a script ticks, the visitor's own "save" would grant. */
export function Switch({ label, isOn, isHalf = false, onSwitch, redraw }: SwitchProps): VNode {
  return (
    <input
      type="checkbox"
      // A checkbox says itself whether it is checked. A switch has no third state, so a half one is
      // the checkbox that it is: "mixed".
      // oxlint-disable-next-line jsx-a11y/role-has-required-aria-props
      role={isHalf ? undefined : 'switch'}
      part="switch"
      aria-label={label}
      checked={isOn}
      indeterminate={isHalf}
      onClick={(event) => {
        const on = event.currentTarget.checked
        if (on && !isPerson(event)) event.preventDefault()
        else onSwitch(on)
      }}
      // Browsers mark the change after a script's click as trusted, so nothing is decided here.
      onChange={redraw}
    />
  )
}
