import { h } from 'preact'
import { useSay } from './use-state.ts'

interface MarkupProps {
  readonly kind: 'frame' | 'script'
  readonly id: string
  readonly category?: string
}

/** Shows how code that stands in the page is held. */
export function Markup({ kind, id, category = '' }: MarkupProps): h.JSX.Element {
  const say = useSay()
  const lines =
    kind === 'frame'
      ? `data-service="${id}"`
      : `<script type="text/plain" data-category="${category}" data-service="${id}" src="https://…"></script>`
  return (
    <p class="hint">
      {say(`services.${kind}`)} <code>{lines}</code>
    </p>
  )
}
