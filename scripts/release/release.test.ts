import { createHash } from 'node:crypto'
import { mkdtemp, mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { brotliCompressSync } from 'node:zlib'
import { expect, onTestFinished, test } from 'vitest'
import { assertAscii, readBrowserFiles } from './browser-files.ts'
import { bundledPackages } from './bundled-packages.ts'
import { importMapElement, makeImportMap } from './import-map.ts'
import { renderLicences } from './licences.ts'
import { makeManifest } from './manifest.ts'
import { publishedSchema } from './published-schema.ts'

async function makeFolder(files: Readonly<Record<string, string>>): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'release-'))
  onTestFinished(() => rm(folder, { recursive: true }))
  for (const [name, text] of Object.entries(files)) {
    await mkdir(dirname(join(folder, name)), { recursive: true })
    await writeFile(join(folder, name), text)
  }
  return `${folder}/`
}

const hash = (algorithm: string, text: string): string =>
  `${algorithm}-${createHash(algorithm).update(text).digest('base64')}`

const built = {
  'kelisim.js': 'core',
  'kelisim.full.js': 'all',
  'snippet.js': 'snippet',
  'notice.js': 'notice',
  'notice.kk.js': 'kk',
  'notice.js.map': '{}',
}

test('the manifest tells size and integrity of each script, and the hash of the inline one', async () => {
  const manifest = makeManifest('1.0.0', await readBrowserFiles(await makeFolder(built)))
  expect(Object.keys(manifest.files)).toEqual([
    'kelisim.full.js',
    'kelisim.js',
    'notice.js',
    'notice.kk.js',
    'snippet.js',
  ])
  expect(manifest.version).toBe('1.0.0')
  expect(manifest.files['notice.js']).toEqual({
    bytes: 6,
    brotli: brotliCompressSync('notice').length,
    integrity: hash('sha384', 'notice'),
  })
  expect(manifest.files['snippet.js']?.sha256).toBe(hash('sha256', 'snippet'))
})

test('the import map pins what is fetched on demand, under each of its addresses', async () => {
  const files = await readBrowserFiles(await makeFolder(built))
  const { integrity } = makeImportMap('/k/', files)
  expect(Object.keys(integrity)).toEqual([
    '/k/notice.js',
    '/k/notice.js?retry=1',
    '/k/notice.js?retry=2',
    '/k/notice.js?retry=3',
    '/k/notice.kk.js',
    '/k/notice.kk.js?retry=1',
    '/k/notice.kk.js?retry=2',
    '/k/notice.kk.js?retry=3',
  ])
  expect(integrity['/k/notice.kk.js?retry=3']).toBe(hash('sha384', 'kk'))
})

test.each(['/', '/kelisim/1.0.0/', 'https://cdn.example.kz/kelisim/'])(
  'the import map is ready for the folder %s',
  (base) => {
    const file = { name: 'notice.js', content: Buffer.from('x'), isLazy: true }
    const [, json = ''] =
      /^<script type="importmap">(.*)<\/script>$/.exec(importMapElement(base, [file])) ?? []
    expect(JSON.parse(json)).toEqual(makeImportMap(base, [file]))
  },
)

test.each(['', 'kelisim/', '/kelisim', '//evil.example/', '/a"b/', '/</script>/', 'ftp://a/'])(
  'the import map is refused for the folder %j',
  (base) => {
    expect(() => importMapElement(base, [])).toThrow('is no folder')
  },
)

test('the licences are those of every package that a source map names, once', async () => {
  const modules = '../node_modules'
  const folder = await makeFolder({
    'dist/a.js.map': JSON.stringify({ sources: [`${modules}/x/a.js`, '../src/own.ts'] }),
    'dist/b.js.map': JSON.stringify({ sources: [`${modules}/x/b.js`, `${modules}/@y/z/a.js`] }),
    'node_modules/x/package.json': '{"name":"x","version":"1.2.3","license":"ISC"}',
    'node_modules/x/LICENSE': 'Free for all.\n',
    'node_modules/@y/z/package.json':
      '{"name":"@y/z","version":"2.0.0","license":"MIT","author":"Zed"}',
  })
  const packages = await bundledPackages([`${folder}dist`])
  const text = renderLicences(packages, 'MIT License\n\nCopyright (c) 2026 us\n\nPermission\n')
  expect(packages.map(({ name }) => name)).toEqual(['@y/z', 'x'])
  expect(text).toContain('x 1.2.3 (ISC)')
  expect(text).toContain('Free for all.')
  expect(text).toContain('MIT License\n\nCopyright (c) Zed\n\nPermission')
  expect(text).not.toContain('us\n')
})

test('scripts that pages name themselves are ASCII only', () => {
  const file = { name: 'x.js', content: Buffer.from('қ') }
  expect(() => assertAscii([{ ...file, isLazy: true }])).not.toThrow()
  expect(() => assertAscii([{ ...file, isLazy: false }])).toThrow('x.js')
})

test('a package without a licence is not shipped', () => {
  const nameless = { name: 'x', version: '1', licence: 'WTF', text: undefined, author: 'X' }
  expect(() => renderLicences([nameless], '')).toThrow('x carries no text of its licence')
})

test('the published schema has nothing that only TypeScript knows', async () => {
  const source = JSON.parse(await readFile('packages/core/config.schema.json', 'utf8'))
  const schema = publishedSchema(source)
  expect(JSON.stringify(schema)).not.toContain('tsType')
  expect(schema).toMatchObject({
    properties: { texts: { type: 'object' }, services: { items: { $ref: '#/$defs/Service' } } },
    $defs: { Service: { properties: { timeoutMs: { type: 'integer' } } } },
  })
  const service = (schema.$defs as Record<string, { properties: object }>).Service
  expect(Object.keys(service?.properties ?? {})).not.toContain('load')
  expect(Object.keys(source.$defs.Service.properties)).toContain('load')
})
