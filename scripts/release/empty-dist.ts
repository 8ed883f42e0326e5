/** Empties what is built before a build, so that no file of an earlier one is packed or served. */
import { rmSync } from 'node:fs'

for (const name of ['kelisim', 'ledger', 'studio'])
  rmSync(`packages/${name}/dist`, { recursive: true, force: true })
