/** Empties what is published before a build, so that no file of an earlier one is packed. */
import { rmSync } from 'node:fs'

for (const name of ['kelisim', 'ledger'])
  rmSync(`packages/${name}/dist`, { recursive: true, force: true })
