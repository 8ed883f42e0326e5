import type { Browser, ElementHandle, Page } from 'puppeteer-core'
import type { Banner, Declared, Evidence, Stage, Visit } from '../../audit/evidence.ts'
import { POLICY_WORDS, readMarkup } from '../../audit/page-markup.ts'
import { buttonFor, findBanner, firstVisible, type FoundBanner } from './find-banner.ts'
import { declaredByPage, lookOf } from './in-page.ts'
import { newVisitor, type Visitor } from './take-visit.ts'

/** How the visits are made. */
export interface VisitOptions {
  /** Milliseconds to wait for what comes late. */
  readonly waitMs: number
  /** Called at the beginning of each visit. */
  readonly onStage: (stage: Stage) => void
  /** Called with a picture, as PNG, at the end of each visit; none is taken without it. */
  readonly onPicture?: ((stage: Stage, png: Uint8Array) => void) | undefined
}

const BANNER_MS = 5_000

/** Visits a page without a choice, refusing, accepting, and withdrawing, and notes what is seen. */
export async function checkSite(
  browser: Browser,
  url: string,
  options: VisitOptions,
): Promise<Evidence> {
  const first = await visitUndecided(browser, url, options)
  const visits: Visit[] = [first.visit]
  let declared: Declared[] | null = first.declared
  let hasWayBack: boolean | undefined
  if (first.banner?.refuse) visits.push(await visitRefusing(browser, url, options))
  if (first.banner?.accept) {
    const accepted = await visitAccepting(browser, url, options)
    visits.push(...accepted.visits)
    declared = accepted.declared ?? declared
    hasWayBack = accepted.hasWayBack
  }
  const banner = first.banner && { ...first.banner, hasWayBack }
  return { url: first.url, visits, markup: first.markup, banner, declared }
}

async function visitUndecided(browser: Browser, url: string, options: VisitOptions) {
  return asSomebodyNew(browser, url, options, 'first', async (visitor) => {
    const { page } = visitor
    const found = await findBanner(page, BANNER_MS)
    const look = (element?: ElementHandle) => element && page.evaluate(lookOf, element as never)
    const banner: Banner | null = found && {
      product: found.product,
      accept: await look(found.accept),
      refuse: await look(found.refuse),
    }
    const visit = await visitor.note('first')
    await takePicture(page, 'first', options)
    return {
      url: page.url(),
      visit,
      banner,
      markup: await page.evaluate(readMarkup, POLICY_WORDS),
      declared: (await page.evaluate(declaredByPage)) as Declared[] | null,
    }
  })
}

async function visitRefusing(browser: Browser, url: string, options: VisitOptions): Promise<Visit> {
  return asSomebodyNew(browser, url, options, 'refused', async (visitor) => {
    await press(visitor, (await findBanner(visitor.page, BANNER_MS))?.refuse)
    // The page after the choice and the next one count alike.
    await visitor.goto()
    const visit = await visitor.note('refused')
    await takePicture(visitor.page, 'refused', options)
    return visit
  })
}

async function visitAccepting(browser: Browser, url: string, options: VisitOptions) {
  return asSomebodyNew(browser, url, options, 'accepted', async (visitor) => {
    const { page } = visitor
    const found = await findBanner(page, BANNER_MS)
    await press(visitor, found?.accept)
    await visitor.goto()
    const visits = [await visitor.note('accepted')]
    await takePicture(page, 'accepted', options)
    const declared = (await page.evaluate(declaredByPage)) as Declared[] | null
    options.onStage('withdrawn')
    const hasWayBack = await withdraw(visitor, found)
    if (hasWayBack !== undefined) {
      // What a vendor sends when it is told to stop is no visit without consent.
      visitor.forget()
      await visitor.goto()
      visits.push(await visitor.note('withdrawn'))
      await takePicture(page, 'withdrawn', options)
    }
    return { visits, declared, hasWayBack: hasWayBack ?? false }
  })
}

/**
 * Takes the consent back as a visitor would, else by the banner's own code.
 *
 * @returns Whether the page offers a way back; undefined when nothing could be withdrawn at all.
 */
async function withdraw(visitor: Visitor, found: FoundBanner | null): Promise<boolean | undefined> {
  const { page } = visitor
  const { kind } = found ?? {}
  const control = kind ? await firstVisible(page, kind.wayBack) : await buttonFor(page, 'open')
  if (control) await press(visitor, control)
  else if (kind) await page.evaluate(kind.open)
  else return undefined
  await visitor.settle()
  const hasRefused = kind
    ? await pressAll(visitor, kind.withdraw)
    : await pressIf(visitor, await buttonFor(page, 'refuse'))
  return hasRefused ? !!control : undefined
}

async function pressAll(visitor: Visitor, selectors: readonly string[]): Promise<boolean> {
  let isPressed = false
  for (const selector of selectors) {
    const found = await firstVisible(visitor.page, selector)
    isPressed = (await pressIf(visitor, found)) || isPressed
  }
  return isPressed
}

async function pressIf(visitor: Visitor, element?: ElementHandle): Promise<boolean> {
  if (element) await press(visitor, element)
  return !!element
}

/** Clicks as a person does: banners may take nothing from scripts. */
async function press({ page, forget, settle }: Visitor, element?: ElementHandle): Promise<void> {
  forget()
  if (element) {
    await element.scrollIntoView().catch(() => {})
    await element.click()
  }
  await settle()
  await page.bringToFront()
}

async function asSomebodyNew<Result>(
  browser: Browser,
  url: string,
  { waitMs, onStage }: VisitOptions,
  stage: Stage,
  run: (visitor: Visitor) => Promise<Result>,
): Promise<Result> {
  onStage(stage)
  const context = await browser.createBrowserContext()
  try {
    const visitor = await newVisitor(context, url, waitMs)
    await visitor.goto()
    return await run(visitor)
  } finally {
    await context.close()
  }
}

async function takePicture(page: Page, stage: Stage, { onPicture }: VisitOptions): Promise<void> {
  onPicture?.(stage, await page.screenshot())
}
