import { page } from '@kelisim/core/page'
import type { InstantHost } from '@kelisim/ui/take-over'
import { showInstant } from './show-instant.ts'

/**
 * What stands inline behind the HTML of an instant notice. Its text is the same on every page, so one
 * published hash allows it; what varies is in the element before it.
 *
 * It runs before the page is painted: who has chosen never sees the notice, who has not sees it at once.
 * In a frame nobody is asked that early. Whatever goes wrong here costs the head start and nothing more,
 * hence the empty catch.
 */
try {
  const host = page.currentScript?.previousElementSibling as InstantHost | null
  const root = host?.shadowRoot
  const isFirstVisit = !/(^|[ -])kelisim(-site)?=/.test(page.cookie)
  if (host && root && isFirstVisit && top === window) showInstant(host, root)
  else host?.remove()
} catch {}
