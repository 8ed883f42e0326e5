import { page } from './page.ts'

/**
 * Calls back once a person sees the page: now, or when a prerendered page is activated.
 *
 * @returns Undo, for while it still waits.
 *
 * Source: Prerendering Revamped, "document.prerendering".
 */
export function whenSeen(run: () => void): () => void {
  if (!(page as { prerendering?: boolean }).prerendering) {
    run()
    return () => {}
  }
  page.addEventListener('prerenderingchange', run, { once: true })
  return () => page.removeEventListener('prerenderingchange', run)
}
