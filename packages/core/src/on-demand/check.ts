import { HELD } from '../gate/held.ts'
import { page } from '../platform/page.ts'
import { pageMemory } from '../platform/page-memory.ts'
import type { State } from '../state.ts'

/** Reports the page's elements that name a category and yet cannot be held, or name one that is not asked about. */
export function checkPage({ asked: { categories }, report }: State): void {
  const { done } = pageMemory()
  for (const element of page.documentElement.querySelectorAll('[data-category]')) {
    // Taken from the prototype, because a form's field may be named "getAttribute" or "matches".
    const category = Element.prototype.getAttribute.call(element, 'data-category') ?? ''
    if (done.has(element)) continue
    done.add(element)
    if (!categories.has(category)) {
      report(
        'unknown-category',
        `data-category="${category}" (known: ${[...categories.keys()].join(', ')})`,
      )
    } else if (!Element.prototype.matches.call(element, HELD)) report('not-inert', element)
    else done.delete(element)
  }
}
