/**
 * Makes the workspace ready: dependencies always, browsers with `--browsers`, PostgreSQL with `--postgres`.
 *
 * Plain Node without dependencies, because this is what installs them.
 */
import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'

/** The root of the workspace. */
export const ROOT = dirname(dirname(fileURLToPath(import.meta.url)))

const BROWSER_FILES = {
  chromium: '/usr/bin/chromium',
  'firefox-esr': '/usr/bin/firefox-esr',
  'webkit2gtk-driver': '/usr/bin/WebKitWebDriver',
  xvfb: '/usr/bin/Xvfb',
  'fonts-noto-core': '/usr/share/fonts/truetype/noto/NotoSans-Regular.ttf',
}

const POSTGRES_FILES = { postgresql: '/usr/lib/postgresql', sqlite3: '/usr/bin/sqlite3' }

/**
 * Installs the dependencies that the lockfile names; a second time it takes about a second.
 *
 * @returns {boolean} Whether they are there.
 */
export function installDependencies() {
  // Nobody may be there to confirm that an outdated node_modules is replaced.
  const unasked = '--config.confirmModulesPurge=false'
  return run(pnpm('install', '--frozen-lockfile', '--prefer-offline', unasked))
}

/**
 * The command line that runs pnpm in the version `package.json` names, installed or not.
 *
 * @param {...string} args
 * @returns {string[]}
 */
export function pnpm(...args) {
  pnpmCommand ??= findPnpm()
  return [...pnpmCommand, ...args]
}

let pnpmCommand

function findPnpm() {
  const { packageManager } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'))
  const { stdout } = spawnSync('pnpm', ['--version'], { cwd: ROOT, encoding: 'utf8' })
  // The one on the machine starts faster, if it is the right one.
  if (`pnpm@${stdout?.trim()}` === packageManager) return ['pnpm']
  return ['npx', '-y', packageManager]
}

/**
 * Installs the browsers the end-to-end tests need, on Debian and its kin.
 *
 * @returns {boolean} Whether they are there.
 */
export function installBrowsers() {
  return installPackages(BROWSER_FILES)
}

/**
 * Installs the database that the ledger's tests need, on Debian and its kin.
 *
 * @returns {boolean} Whether it is there.
 */
export function installPostgres() {
  return installPackages(POSTGRES_FILES)
}

/** @param {Record<string, string>} files What each package brings. */
function installPackages(files) {
  const missing = Object.keys(files).filter((name) => !existsSync(files[name]))
  if (missing.length === 0) return true
  const list = missing.join(' ')
  if (!existsSync('/usr/bin/apt-get')) {
    console.error(`Missing: ${list}. These are Debian packages; install them by your own means.`)
    return false
  }
  const sudo = process.getuid?.() === 0 ? [] : existsSync('/usr/bin/sudo') ? ['sudo'] : null
  if (sudo === null) {
    console.error(`Missing: ${list}. Ask an administrator to run "apt-get install ${list}".`)
    return false
  }
  console.log(`Installing ${list}`)
  const apt = [...sudo, 'env', 'DEBIAN_FRONTEND=noninteractive', 'apt-get']
  // An outdated list may still do, so only the second command decides.
  run([...apt, 'update', '-q'])
  return run([...apt, 'install', '-y', '-q', '--no-install-recommends', ...missing])
}

function run([program, ...args]) {
  const { status, error } = spawnSync(program, args, { cwd: ROOT, stdio: 'inherit' })
  if (error) console.error(`${program} does not start: ${error.message}`)
  return status === 0
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const isReady = installDependencies()
  const hasBrowsers = !process.argv.includes('--browsers') || installBrowsers()
  const hasPostgres = !process.argv.includes('--postgres') || installPostgres()
  process.exitCode = isReady && hasBrowsers && hasPostgres ? 0 : 1
}
