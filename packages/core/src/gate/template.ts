import { freshScript } from './fresh-script.ts'
import type { Opening } from './gate-ports.ts'

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
    signal.addEventListener('abort', linger)
    // It ran before the content was moved back.
    if (memory.done.has(script)) continue
    if (nonce && script.nonce !== nonce) return report('no-nonce', script)
    const fresh = freshScript(script)
    memory.done.add(fresh)
    script.replaceWith(fresh)
  }
  const nodes = [...content.childNodes]
  template.after(content)
  signal.addEventListener('abort', () => content.append(...nodes))
  done()
}
