import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { check, type Result } from './run.ts'

/** Names of scripts that a package manager runs on the machine of whoever installs a package. */
const AT_INSTALL = ['preinstall', 'install', 'postinstall']

interface Installed {
  readonly name?: string
  readonly version?: string
  readonly scripts?: Readonly<Record<string, string>>
}

/** How an application outside the workspace installs a tarball, without running anything. */
export const ALONE =
  'install --ignore-workspace --no-frozen-lockfile --prefer-offline --ignore-scripts'.split(' ')

/**
 * Installs the module's tarball in an empty application, and looks at what came with it.
 *
 * @param folder Is made.
 */
export function checkAlone(tarball: string, folder: string): Result {
  mkdirSync(folder)
  const dependencies = { kelisim: `file:${tarball}` }
  writeFileSync(join(folder, 'package.json'), JSON.stringify({ private: true, dependencies }))
  const install = check('kelisim: installs alone', folder, 'pnpm', ...ALONE)
  if (install.fault !== undefined) return install
  return checkInstallScripts(folder, 'kelisim', ['nanostores', 'preact'])
}

/**
 * Looks at every package that came with one of ours: none may run a script when it is installed.
 *
 * @param app Folder of an application that has nothing but our package and what that needs.
 * @param own Our package in it.
 * @param needed Every package that may come with it, or undefined where any may.
 */
export function checkInstallScripts(app: string, own: string, needed?: readonly string[]): Result {
  const packages = installedIn(join(app, 'node_modules/.pnpm'))
  const faults = packages.flatMap(({ name = '', folder, scripts = {} }) => {
    const atInstall = AT_INSTALL.filter((script) => scripts[script])
    // With this file npm compiles, without any script.
    if (existsSync(join(folder, 'binding.gyp'))) atInstall.push('binding.gyp')
    const isUnknown = needed && name !== own && !needed.includes(name)
    return [
      ...atInstall.map((script) => `${name}: ${script}`),
      ...(isUnknown ? [`${name} is not needed`] : []),
    ]
  })
  if (!packages.some(({ name }) => name === own)) faults.push(`${own} is not there`)
  return {
    name: `${own}: installs without running anything, ${packages.length} packages`,
    fault: faults.length > 0 ? faults.join('\n') : undefined,
  }
}

/** Finds each package once: in pnpm's folder it stands beside links to what it needs. */
function installedIn(store: string): (Installed & { readonly folder: string })[] {
  const isPackage = (entry: string): boolean => entry.includes('@')
  return readdirSync(store)
    .filter(isPackage)
    .flatMap((entry) => packagesIn(join(store, entry, 'node_modules')))
}

function packagesIn(folder: string): (Installed & { readonly folder: string })[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name)
    if (entry.name.startsWith('@') && !entry.isSymbolicLink()) return packagesIn(path)
    if (!entry.isDirectory() || !existsSync(join(path, 'package.json'))) return []
    return [{ ...JSON.parse(readFileSync(join(path, 'package.json'), 'utf8')), folder: path }]
  })
}
