import { type ComponentChildren, h } from 'preact'
import type { Path } from '../project/tree.ts'
import { idOf, useProblem } from './use-state.ts'

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
  readonly children: (described: Described) => ComponentChildren
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
  const control = children({
    id,
    'aria-describedby': describedBy || undefined,
    'aria-invalid': !!problem,
  })
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
