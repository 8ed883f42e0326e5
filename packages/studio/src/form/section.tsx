import { type ComponentChildren, h } from 'preact'
import { useSay } from './use-state.ts'

interface SectionProps {
  /** Says which texts are its title and hint: `<name>.title`. */
  readonly name: string
  readonly hasHint?: boolean
  /** Opened by those who look for it. */
  readonly isFolded?: boolean
  readonly children: ComponentChildren
}

/** A part of the form, with its title. */
export function Section({ name, hasHint = true, isFolded, children }: SectionProps): h.JSX.Element {
  const say = useSay()
  const title = say(`${name}.title`)
  if (isFolded)
    return (
      <details class="section">
        <summary>
          <h2>{title}</h2>
        </summary>
        {children}
      </details>
    )
  return (
    <section class="section" aria-labelledby={`section-${name}`}>
      <h2 id={`section-${name}`}>{title}</h2>
      {hasHint && <p class="hint">{say(`${name}.hint`)}</p>}
      {children}
    </section>
  )
}
