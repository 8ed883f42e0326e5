import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type OutputChunk, rollup } from 'rollup'
import { build } from 'vite'
import { expect, onTestFinished, test } from 'vitest'
import { catalogueFolder } from './catalogue.ts'
import { catalogues } from './rollup-plugin.ts'

const input = join(catalogueFolder, 'notice.kk.json')

async function makeFolder(files: Readonly<Record<string, string>>): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'catalogues-'))
  onTestFinished(() => rm(folder, { recursive: true }))
  for (const [file, text] of Object.entries(files)) await writeFile(join(folder, file), text)
  return folder
}

async function chunksOf(input: string, folder?: string): Promise<OutputChunk[]> {
  const bundle = await rollup({ input, plugins: [catalogues(folder)] })
  const { output } = await bundle.generate({ format: 'es', chunkFileNames: '[name].js' })
  return output.filter((chunk) => chunk.type === 'chunk')
}

async function textsIn(code: string): Promise<unknown> {
  return import(`data:text/javascript;base64,${Buffer.from(code).toString('base64')}`)
}

test('compiles a catalogue to one default export with flat keys', async () => {
  const [chunk] = await chunksOf(input)
  expect(chunk?.exports).toEqual(['default'])
  expect(await textsIn(chunk?.code ?? '')).toMatchObject({
    default: { 'notice.customise': 'Баптау', 'notice.title': 'Cookie файлдары' },
  })
})

test('leaves files outside the folder of catalogues to other plugins', async () => {
  const folder = await makeFolder({ 'other.json': 'export const untouched = true' })
  const [chunk] = await chunksOf(join(folder, 'other.json'))
  expect(chunk?.exports).toEqual(['untouched'])
})

test('names a chunk after its catalogue', async () => {
  const entry = 'export const load = () => import("./a.en.json")'
  const folder = await makeFolder({ 'a.en.json': '{"b":"c"}', 'entry.js': entry })
  const chunks = await chunksOf(join(folder, 'entry.js'), folder)
  expect(chunks.map(({ fileName }) => fileName)).toEqual(['entry.js', 'a.en.js'])
})

test('fails the build with every problem of every catalogue', async () => {
  const folder = await makeFolder({ 'a.en.json': '{"a":"b","c":""}', 'a.kk.json': '{"a":""}' })
  await expect(chunksOf(join(folder, 'a.en.json'), folder)).rejects.toThrow(
    [
      'a.en.json "c": The text is empty. Write one, or remove the key from every language.',
      'a.kk.json "a": The text is empty. Write one, or remove the key from every language.',
      'a.kk.json "c": The key is missing. Translate it.',
    ].join('\n'),
  )
})

test('works under Vite, beside its own plugin for JSON', async () => {
  const result = await build({
    configFile: false,
    logLevel: 'silent',
    plugins: [catalogues()],
    build: { write: false, lib: { entry: input, formats: ['es'], fileName: 'out' } },
  })
  const [{ output } = { output: [] }] = Array.isArray(result) ? result : []
  expect(await textsIn((output[0] as { code: string }).code)).toMatchObject({
    default: { 'notice.customise': 'Баптау' },
  })
})
