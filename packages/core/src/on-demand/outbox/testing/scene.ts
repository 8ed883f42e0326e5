import { afterEach, beforeEach, vi } from 'vitest'
import type { Options } from '../../../model/options.ts'
import { openLedger, openPage } from './ledger.ts'

/** One browser, its visits to a site, and the site's ledger. */
export interface Scene {
  readonly ledger: ReturnType<typeof openLedger>
  /** Opens a page, which is closed behind the test. */
  visit(options?: Options): ReturnType<typeof openPage>
  /** Closes all pages. */
  leave(): void
  /** Begins with a new browser and a new ledger. */
  renew(): void
}

/** Gives every test of a file a scene, and a clock that stands still. */
export function setScene(): Scene {
  const pages: { close(): void }[] = []
  let ledger = openLedger()
  const scene: Scene = {
    get ledger() {
      return ledger
    },
    visit(options) {
      const page = openPage(options)
      pages.push(page)
      return page
    },
    leave: () => pages.splice(0).forEach((page) => page.close()),
    renew() {
      localStorage.clear()
      ledger = openLedger()
    },
  }
  beforeEach(() => {
    vi.useFakeTimers()
    scene.renew()
    knowKeepalive()
    vi.stubGlobal('fetch', (url: string, init: RequestInit) => ledger.fetch(url, init))
  })
  afterEach(() => {
    scene.leave()
    vi.useRealTimers()
    vi.unstubAllGlobals()
  })
  return scene
}

/** happy-dom knows no such property, and would send a beacon. */
function knowKeepalive(): void {
  vi.stubGlobal(
    'Request',
    class {
      get keepalive() {
        return true
      }
    },
  )
}
