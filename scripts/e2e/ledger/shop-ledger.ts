import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type LedgerProcess, startProcess } from '../../../packages/ledger/test/process.ts'
import '../pages/in-page.ts'
import { shopPage } from '../pages/shop.ts'
import type { Tab } from '../tab.ts'

/** A page of the shop with options. */
export const pageWith = (options: object): string =>
  shopPage({
    head: `<script>window.kelisim = [${JSON.stringify(options)}]</script>
<script src="/kelisim/kelisim.js" data-policy-url="/privacy"></script>`,
  })

/** A ledger for pages of some origins, on a new database. */
export const openLedger = (...origins: readonly string[]): Promise<LedgerProcess> =>
  startProcess(
    join(mkdtempSync(join(tmpdir(), 'kelisim-')), 'ledger.db'),
    origins.flatMap((origin) => ['--origin', origin]),
  )

/** Whose decision is in force; empty for none. */
export const consentId = (tab: Tab): Promise<string> =>
  tab.evaluate(() => kelisim.$decision.get()?.consentId ?? '')

/** How many answers wait in the browser. */
export const waiting = (tab: Tab): Promise<number> =>
  tab.evaluate(
    () => Object.keys(localStorage).filter((key) => /^kelisim-(outbox|pending)/.test(key)).length,
  )
