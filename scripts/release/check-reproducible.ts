/**
 * Builds a copy of the workspace in another folder, time zone and language and with other file modes, and
 * compares it with what is built here: a release can be checked by whoever builds it again. Build first.
 */
import { spawnSync } from 'node:child_process'
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join, relative } from 'node:path'
import { digest } from './digest.ts'
import { ROOT } from './folders.ts'

const MADE = /^(node_modules|dist|coverage|\.git|\.stryker-tmp)$/
const BUILT = ['kelisim', 'ledger', 'studio'].map((name) => `packages/${name}/dist`)
// Turkish has two letters i, St John's half an hour to its name.
const ELSEWHERE = { TZ: 'America/St_Johns', LANG: 'tr_TR.UTF-8', LC_ALL: 'tr_TR.UTF-8' }

/** Hashes every file that was built below a root, by its path. */
function builtBelow(root: string): ReadonlyMap<string, string> {
  const files = BUILT.flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, withFileTypes: true }),
  )
  const paths = files.filter((entry) => entry.isFile()).map((it) => join(it.parentPath, it.name))
  return new Map(
    paths.sort().map((path) => [relative(root, path), digest('sha256', readFileSync(path))]),
  )
}

function run(folder: string, ...args: readonly string[]): void {
  const env = { ...process.env, ...ELSEWHERE }
  const { status } = spawnSync('pnpm', args, { cwd: folder, env, stdio: 'inherit' })
  if (status !== 0) throw new Error(`pnpm ${args.join(' ')} failed.`)
}

const here = builtBelow(ROOT)
const copy = mkdtempSync(join(tmpdir(), 'kelisim-again-'))
try {
  process.umask(0o077)
  cpSync(ROOT, copy, { recursive: true, filter: (path) => !MADE.test(basename(path)) })
  run(copy, 'install', '--frozen-lockfile', '--prefer-offline', '--ignore-scripts')
  run(copy, 'run', 'build')
  const there = builtBelow(copy)
  const differing = [...new Set([...here.keys(), ...there.keys()])].filter(
    (path) => here.get(path) !== there.get(path),
  )
  for (const path of differing) console.error(`differs: ${path}`)
  if (differing.length > 0) process.exitCode = 1
  else console.log(`${here.size} files are the same in both builds.`)
} finally {
  rmSync(copy, { recursive: true, force: true })
}
