import { existsSync } from 'node:fs'

/**
 * Finds the first file that exists.
 *
 * @throws {Error} A sentence that names the Debian packages to install.
 */
export function findProgram(paths: readonly string[], packages: string): string {
  const found = paths.find((path) => existsSync(path))
  if (found !== undefined) return found
  throw new Error(
    `None of ${paths.join(', ')} exists. Run "node scripts/bootstrap.mjs --browsers", ` +
      `or install ${packages} with apt-get, or name other engines in KELISIM_ENGINES.`,
  )
}
