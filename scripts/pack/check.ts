/**
 * Checks the package as it would be published: `pnpm test:package`. After a wanted change of its files:
 * `pnpm test:package --update`.
 */
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { checkApp } from './check-app.ts'
import { checkFiles } from './check-files.ts'
import { checkAlone } from './check-supply.ts'
import { checkTarball } from './check-tarball.ts'
import { checkLedger } from './check-ledger.ts'
import { pack } from './pack.ts'
import { check, ROOT } from './run.ts'

const folder = mkdtempSync(join(tmpdir(), 'kelisim-package-'))
try {
  const tarball = pack('kelisim', folder)
  // The application is checked even when the tarball is not as it should be: its faults tell more.
  const unpacked = join(folder, 'unpacked')
  mkdirSync(unpacked)
  const results = [
    ...checkTarball(tarball, process.argv.includes('--update')),
    ...checkFiles(tarball, unpacked),
    ...checkApp(tarball, folder),
    checkAlone(tarball, join(folder, 'alone')),
    ...(await checkLedger(join(folder, 'ledger'))),
    ...['react', 'vue', 'i18next-host'].map((name) =>
      check(`types of examples/${name}`, `${ROOT}examples/${name}`, 'pnpm', 'run', 'types'),
    ),
  ]
  for (const { name, fault } of results) {
    console.log(fault === undefined ? `passed  ${name}` : `FAILED  ${name}\n${fault.trim()}\n`)
  }
  if (results.some(({ fault }) => fault !== undefined)) process.exitCode = 1
} finally {
  rmSync(folder, { recursive: true, force: true })
}
