import { afterAll, afterEach, beforeAll } from 'vitest'
import { launch, type Browser, type Visitor } from './browser.ts'
import type { Engine } from './engines.ts'
import { startSite, type Site } from './server.ts'
import type { Media, Tab } from './tab.ts'

/** Where a journey plays: the hosts it visits and the people who visit them. */
export interface Stage {
  /** Every host there is; its routes are dropped when the surrounding `describe` ends. */
  readonly site: Site
  /** Someone new; leaves when the test ends. */
  newVisitor(media?: Media): Promise<Visitor>
  /** A tab of someone new; closed when the test ends. */
  newTab(media?: Media): Promise<Tab>
}

/**
 * Sets the stage for the tests of a `describe` block in one engine.
 *
 * Site and browser are launched once per worker and serve all its test files.
 */
export function setStage(engine: Engine): Stage {
  const visitors = new Set<Visitor>()
  let site: Site | undefined
  let browser: Browser | undefined

  beforeAll(async () => {
    site = await sharedSite()
    browser = await sharedBrowser(engine, site.proxy)
  })
  afterEach(async () => {
    await Promise.all([...visitors].map((visitor) => visitor.close()))
    visitors.clear()
    site?.forgetRequests()
  })
  afterAll(() => site?.clear())

  const newVisitor = async (media?: Media) => {
    const visitor = await ready(browser).newVisitor(media)
    visitors.add(visitor)
    return visitor
  }
  return {
    get site() {
      return ready(site)
    },
    newVisitor,
    newTab: async (media) => (await newVisitor(media)).newTab(),
  }
}

function ready<Part>(part: Part | undefined): Part {
  if (part !== undefined) return part
  throw new Error('The stage is set in beforeAll. Use it inside a test or in a later hook.')
}

interface Shared {
  site?: Promise<Site>
  readonly browsers: Map<Engine, Promise<Browser>>
}

// On the global object, because each test file gets its own copy of this module.
const shared = ((globalThis as { kelisimStage?: Shared }).kelisimStage ??= {
  browsers: new Map(),
})

function sharedSite(): Promise<Site> {
  return (shared.site ??= startSite())
}

function sharedBrowser(engine: Engine, proxy: string): Promise<Browser> {
  const running = shared.browsers.get(engine) ?? launch(engine, proxy)
  shared.browsers.set(engine, running)
  return running
}
