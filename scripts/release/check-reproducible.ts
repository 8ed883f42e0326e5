/** Builds twice and compares: a release can be checked by whoever builds it again. Takes some minutes. */
import { spawnSync } from 'node:child_process'
import { readdirSync, readFileSync, rmSync } from 'node:fs'
import { digest } from './digest.ts'
import { DIST, ROOT } from './folders.ts'

/** Builds from nothing, and hashes every file. */
function build(): ReadonlyMap<string, string> {
  rmSync(DIST, { recursive: true, force: true })
  const { status } = spawnSync('pnpm', ['run', 'build'], { cwd: ROOT, stdio: 'inherit' })
  if (status !== 0) throw new Error('The build failed.')
  const names = readdirSync(DIST, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => `${entry.parentPath}/${entry.name}`)
  return new Map(names.sort().map((name) => [name, digest('sha256', readFileSync(name))]))
}

const first = build()
const second = build()
const differing = [...new Set([...first.keys(), ...second.keys()])].filter(
  (name) => first.get(name) !== second.get(name),
)
for (const name of differing) console.error(`differs: ${name}`)
if (differing.length > 0) process.exitCode = 1
else console.log(`${first.size} files are the same in both builds.`)
