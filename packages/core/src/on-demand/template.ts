import { freshScript } from '../gate/fresh-script.ts'
import type { Opening } from '../gate/gate.ts'

/**
 * Moves a template's content into the page behind it, where its scripts run. Withdrawal moves the content
 * back, where nothing is fetched or shown.
 */
export function openTemplate(
  template: HTMLTemplateElement,
  { signal, nonce, memory, linger, report, done }: Opening,
): void {
  const { content } = template
  for (const script of content.querySelectorAll('script')) {
    if (nonce && script.nonce !== nonce) return report('no-nonce', script)
    const fresh = freshScript(script)
    memory.done.add(fresh)
    script.replaceWith(fresh)
    signal.addEventListener('abort', linger)
  }
  const nodes = [...content.childNodes]
  template.after(content)
  signal.addEventListener('abort', () => content.append(...nodes))
  done()
}
