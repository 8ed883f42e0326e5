import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

interface Manifest {
  readonly private?: boolean
  readonly license?: string
  readonly scripts?: object
  readonly dependencies?: Readonly<Record<string, string>>
  readonly publishConfig?: object
}

const read = (path: string): string => readFileSync(path, 'utf8')
const lockfile = read('pnpm-lock.yaml')
const manifests = Object.fromEntries(
  readdirSync('packages').map((name) => [
    name,
    JSON.parse(read(`packages/${name}/package.json`)) as Manifest,
  ]),
)

test('every package in the lockfile comes from the registry, with its hash', () => {
  const resolutions = [...lockfile.matchAll(/^ {4}resolution: (.*)$/gm)].map(([, text]) => text)
  expect(resolutions.length).toBeGreaterThan(500)
  expect(resolutions.filter((text) => !/^\{integrity: sha512-[\w+/=]+\}$/.test(`${text}`))).toEqual(
    [],
  )
})

test('only esbuild runs a script when the workspace is installed', () => {
  const [, built = ''] =
    /^onlyBuiltDependencies:\n((?: {2}- .*\n)+)/m.exec(read('pnpm-workspace.yaml')) ?? []
  expect(built).toBe('  - esbuild\n')
})

test('what is published runs nothing, names its licence, and asks for a statement of its origin', () => {
  const published = Object.entries(manifests).filter(([, each]) => !each.private)
  expect(
    published.map(([name, { scripts, license, publishConfig }]) => [
      name,
      scripts,
      license,
      publishConfig,
    ]),
  ).toEqual([
    ['kelisim', undefined, 'MIT', { access: 'public', provenance: true }],
    ['ledger', undefined, 'MIT', { access: 'public', provenance: true }],
  ])
})

test('the module needs two packages of others, and the core’s are inside', () => {
  expect(Object.keys(manifests['kelisim']?.dependencies ?? {})).toEqual(['nanostores', 'preact'])
  expect(Object.keys(manifests['core']?.dependencies ?? {})).toEqual(['js-cookie', 'nanostores'])
})

// Versions below these let markup of the page change what a bundle loads (CVE-2024-47068, CVE-2024-45812),
// or took objects from JSON for elements (CVE-2026-22028).
test.each([
  ['rollup', [4, 22, 4]],
  ['vite', [5, 4, 6]],
  ['preact', [10, 28, 2]],
])('no %s below a version with a known fault is used', (name, least) => {
  const found = [...lockfile.matchAll(new RegExp(`^ {2}${name}@(\\d+)\\.(\\d+)\\.(\\d+):$`, 'gm'))]
  const isBelow = ([, ...parts]: readonly string[]): boolean => {
    const index = parts.findIndex((part, at) => Number(part) !== least[at])
    return index >= 0 && Number(parts[index]) < Number(least[index])
  }
  expect(found.length).toBeGreaterThan(0)
  expect(found.filter(isBelow).map(([line]) => line)).toEqual([])
})
