import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { ROOT, run } from './run.ts'

/**
 * Packs the package as `pnpm publish` would.
 *
 * @param folder Where the tarball is put.
 * @returns The tarball's path.
 */
export function packKelisim(folder: string): string {
  const { ok, output } = run(
    `${ROOT}packages/kelisim`,
    'pnpm',
    'pack',
    '--pack-destination',
    folder,
  )
  const name = readdirSync(folder).find((file) => file.endsWith('.tgz'))
  if (!ok || !name) throw new Error(`The package cannot be packed.\n${output}`)
  return join(folder, name)
}
