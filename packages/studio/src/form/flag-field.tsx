import { h } from 'preact'
import { setValue } from '../project/state.ts'
import type { Path } from '../project/tree.ts'
import { FieldFrame } from './field-frame.tsx'

interface FlagFieldProps {
  readonly path: Path
  readonly label: string
  /** What holds when nothing is said. */
  readonly standard: boolean
}

/** Yes or no. */
export function FlagField({ path, label, standard }: FlagFieldProps): h.JSX.Element {
  return (
    <FieldFrame path={path} label={label} isInline>
      {(described, value) => (
        <input
          {...described}
          type="checkbox"
          checked={(value ?? standard) === true}
          onChange={({ currentTarget: { checked } }) =>
            setValue(path, checked === standard ? undefined : checked)
          }
        />
      )}
    </FieldFrame>
  )
}
