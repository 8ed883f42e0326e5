import { type ComponentChildren, h } from 'preact'
import type { Path, Tree } from '../project/tree.ts'
import { idOf, useProblem, useValue } from './use-state.ts'

/** What a control needs to be told apart and described. */
export interface Described {
  readonly id: string
  readonly 'aria-describedby': string | undefined
  readonly 'aria-invalid': boolean
}

interface FieldFrameProps {
  readonly path: Path
  readonly label: string
  readonly hint?: string
  /** The label stands behind the control, as with boxes to tick. */
  readonly isInline?: boolean
  /** Draws the control with the value that is there now: this part is drawn without those around it. */
  readonly children: (described: Described, value: Tree | undefined) => ComponentChildren
}

/** Puts a label, a hint, and what is wrong around a control. */
export function FieldFrame({
  path,
  label,
  hint,
  isInline,
  children,
}: FieldFrameProps): h.JSX.Element {
  const id = idOf(path)
  const problem = useProblem(path)
  const describedBy = [hint && `${id}-hint`, problem && `${id}-problem`].filter(Boolean).join(' ')
  const described = {
    id,
    'aria-describedby': describedBy || undefined,
    'aria-invalid': !!problem,
  }
  const control = children(described, useValue(path))
  return (
    <div class={isInline ? 'field inline' : 'field'}>
      {isInline && control}
      <label for={id}>{label}</label>
      {!isInline && control}
      {hint && (
        <p class="hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      {problem && (
        <p class="problem" id={`${id}-problem`}>
          {problem}
        </p>
      )}
    </div>
  )
}
