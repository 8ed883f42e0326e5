import { type ComponentChildren, h, type VNode } from 'preact'
import type { DialogScene } from './dialog-scene.ts'
import type { PartName } from './parts.ts'

interface FoldProps extends DialogScene {
  readonly id: string
  readonly summary: string
  /** What is shown inside; fetched when the fold is wanted. */
  readonly inside: PartName
  readonly children?: ComponentChildren
}

// A slow network must not look like a dead button: then the rest comes in later.
const PATIENCE_MS = 300

/** Something folded away. It opens with all that is in it, so nothing moves under the visitor's eyes. */
export function Fold({ id, summary, inside, children, ...scene }: FoldProps): VNode {
  const { folds, parts, want, redraw } = scene
  const isOpen = folds.has(id)
  const set = (open: boolean) => {
    if (open) folds.add(id)
    else folds.delete(id)
    redraw()
  }
  return (
    <details
      open={isOpen}
      // The browser opens it, too, to show what was looked for on the page.
      onToggle={({ currentTarget }) => {
        if (currentTarget.open === folds.has(id)) return
        void want(inside)
        set(currentTarget.open)
      }}
    >
      <summary
        onPointerEnter={() => void want(inside)}
        onFocus={() => void want(inside)}
        onClick={async (event) => {
          event.preventDefault()
          if (!isOpen && !parts[inside]) {
            await Promise.race([want(inside), new Promise((go) => setTimeout(go, PATIENCE_MS))])
          }
          set(!isOpen)
        }}
      >
        {summary}
      </summary>
      {children}
      {isOpen && parts[inside]?.draw(scene, id)}
    </details>
  )
}
