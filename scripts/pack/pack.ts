import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { ROOT, run } from './run.ts'

/**
 * Packs a package as `pnpm publish` would.
 *
 * @param name Of its folder in `packages`.
 * @param folder Where the tarball is put.
 * @returns The tarball's path.
 */
export function pack(name: string, folder: string): string {
  const { ok, output } = run(
    `${ROOT}packages/${name}`,
    'pnpm',
    'pack',
    '--pack-destination',
    folder,
  )
  const file = readdirSync(folder).find((entry) => entry.endsWith('.tgz'))
  if (!ok || !file) throw new Error(`The package ${name} cannot be packed.\n${output}`)
  return join(folder, file)
}
