import type { ElementHandle, Page } from 'puppeteer-core'
import { type BannerKind, bannerKinds, type Role, roleOf, TOPIC } from './banners.ts'
import { markButtons } from './in-page.ts'

/** A banner on a page, and its buttons. */
export interface FoundBanner {
  /** `unknown` for one that was found by its words. */
  readonly product: string
  readonly kind?: BannerKind | undefined
  readonly accept: ElementHandle | undefined
  readonly refuse: ElementHandle | undefined
}

const MARK = 'data-kelisim-check'
const POLL_MS = 200

/** Waits for a banner: one that is known, else something with words that ask for consent. */
export async function findBanner(page: Page, timeoutMs: number): Promise<FoundBanner | null> {
  const end = Date.now() + timeoutMs
  for (;;) {
    const found = (await findKnown(page)) ?? (await findByWords(page))
    if (found || Date.now() > end) return found
    await new Promise((resolve) => setTimeout(resolve, POLL_MS))
  }
}

async function findKnown(page: Page): Promise<FoundBanner | null> {
  for (const kind of bannerKinds) {
    if (!(await firstVisible(page, kind.present))) continue
    return {
      product: kind.product,
      kind,
      accept: await firstVisible(page, kind.accept),
      refuse: await firstVisible(page, kind.refuse),
    }
  }
  return null
}

async function findByWords(page: Page): Promise<FoundBanner | null> {
  const accept = await buttonFor(page, 'accept')
  if (!accept) return null
  return { product: 'unknown', accept, refuse: await buttonFor(page, 'refuse') }
}

/** Finds a button by what its words promise. */
export async function buttonFor(page: Page, role: Role): Promise<ElementHandle | undefined> {
  const texts = await page.evaluate(markButtons, TOPIC, MARK)
  const index = texts.findIndex((text) => roleOf(text) === role)
  return index < 0 ? undefined : firstVisible(page, `[${MARK}="${index}"]`)
}

/** The first match that can be seen, in open shadow roots too. */
export async function firstVisible(
  page: Page,
  selector: string,
): Promise<ElementHandle | undefined> {
  for (const alternative of selector.split(', ')) {
    // A blank reaches into a shadow root as well.
    const deep = alternative.startsWith('kelisim-')
      ? alternative.replace(/^(\S+) /, '$1 >>> ')
      : `>>> ${alternative}`
    for (const element of await page.$$(deep)) {
      if (await element.isVisible()) return element
    }
  }
  return undefined
}
