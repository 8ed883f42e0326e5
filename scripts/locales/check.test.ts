import { execFile } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { expect, onTestFinished, test } from 'vitest'
import { readCatalogues } from './catalogue.ts'
import { checkCatalogues } from './check.ts'
import { describe } from './problem.ts'

const english = { title: 'Title', body: 'For: {{name}}', files_one: '1', files_other: '2' }
const kazakh = { title: 'Атауы', body: 'Кімге: {{name}}', files_one: '1', files_other: '2' }

function check(trees: Readonly<Record<string, object | string>>): string[] {
  const files = Object.entries({ 'a.en.json': english, ...trees }).map(([file, tree]) => ({
    file,
    text: typeof tree === 'string' ? tree : JSON.stringify(tree),
  }))
  return checkCatalogues(files).map(describe)
}

test('finds nothing wrong with the catalogues', async () => {
  expect(checkCatalogues(await readCatalogues())).toEqual([])
})

test('finds nothing wrong with a language that has all keys and its own plural forms', () => {
  const forms = { files_one: '1', files_few: '2', files_many: '3', files_other: '4' }
  const { title, body } = kazakh
  expect(check({ 'a.kk.json': kazakh, 'a.ru.json': { title, body, ...forms } })).toEqual([])
})

test('reports a missing and an extra key', () => {
  const { title: name, ...rest } = kazakh
  expect(check({ 'a.kk.json': { ...rest, name } })).toEqual([
    'a.kk.json "title": The key is missing. Translate it.',
    'a.kk.json "name": The key is not in a.en.json. Remove it, or add it to every language.',
  ])
})

test('reports a plural text that is plain in English, and the reverse', () => {
  const { title: _, files_one: __, files_other: ___, ...rest } = kazakh
  const changed = { ...rest, title_one: '1', title_other: '2', files: '3' }
  expect(check({ 'a.kk.json': changed })).toEqual([
    'a.kk.json "title": The key is missing. Translate it.',
    'a.kk.json "files_*": The key is missing. Translate it.',
    'a.kk.json "title_*": The key is not in a.en.json. Remove it, or add it to every language.',
    'a.kk.json "files": The key is not in a.en.json. Remove it, or add it to every language.',
  ])
})

test('reports other placeholders than the English ones, in any plural form', () => {
  const changed = {
    ...kazakh,
    body: 'Кімге: {{who}}',
    title: 'Атауы: {{x}}',
    files_one: '{{count}}',
  }
  expect(check({ 'a.kk.json': changed })).toEqual([
    'a.kk.json "title": The text has {{x}}; a.en.json has no placeholder. Use the same placeholders.',
    'a.kk.json "body": The text has {{who}}; a.en.json has {{name}}. Use the same placeholders.',
    'a.kk.json "files_one": The text has {{count}}; a.en.json has no placeholder. Use the same placeholders.',
  ])
})

test('reports English forms that differ in their placeholders', () => {
  expect(check({ 'a.en.json': { ...english, files_other: '{{count}}' } })).toEqual([
    'a.en.json "files_one": The text has no placeholder; a.en.json has {{count}}. Use the same placeholders.',
  ])
})

test.each([
  ['kk', { files_one: '1' }, 'one', 'one, other'],
  ['kk', { files_one: '1', files_few: '2', files_other: '3' }, 'few, one, other', 'one, other'],
  ['ru', { files_one: '1', files_other: '2' }, 'one, other', 'few, many, one, other'],
  ['kk', { files_zero: '0', files_one: '1', files_other: '2' }, 'one, other, zero', 'one, other'],
])('reports plural forms that %s does not have, or has besides', (code, forms, found, wanted) => {
  const { title, body } = kazakh
  expect(check({ [`a.${code}.json`]: { title, body, ...forms } })).toEqual([
    `a.${code}.json "files_*": The plural forms are: ${found}. Give it these, no more and no fewer: ${wanted}.`,
  ])
})

test.each(['title_male', 'files_ordinal_one', 'Title', 'ti-tle', 'a..b', '__proto__', ''])(
  'reports the key %j, which the look-up cannot find',
  (key) => {
    const text = JSON.stringify(english).replace('"title"', JSON.stringify(key))
    expect(check({ 'a.en.json': text })[0]).toMatch('The key is not a path of plain names.')
  },
)

test('reports what is wrong inside a text', () => {
  expect(check({ 'a.kk.json': { ...kazakh, title: ['Атауы'] } })).toEqual([
    'a.kk.json "title": There is ["Атауы"] where a text belongs. Write a text in quotes; a list becomes one key for each text.',
  ])
  expect(check({ 'a.kk.json': { ...kazakh, title: '' } })).toEqual([
    'a.kk.json "title": The text is empty. Write one, or remove the key from every language.',
  ])
})

test.each(['{"title":', '[', '"text"', 'null', ''])('reports a file that holds %j', (text) => {
  expect(check({ 'a.kk.json': text })[0]).toMatch(/^a\.kk\.json: This is not JSON/)
})

test.each(['a.kz.json', 'a.json', 'kk.json', 'a.b.kk.json', 'a.xx-.json'])(
  'reports the file name %s',
  (file) => {
    expect(check({ [file]: kazakh })[0]).toMatch(`${file}: The name has no language that is known.`)
  },
)

test('reports a file that a language or English lacks', () => {
  expect(check({ 'a.kk.json': kazakh, 'b.kk.json': kazakh })).toEqual([
    'b.en.json: There is no such file. Add it.',
  ])
  expect(check({ 'b.en.json': english, 'b.kk.json': kazakh })).toEqual([
    'a.kk.json: There is no such file. Add it.',
  ])
})

test('the command prints every problem and fails, or prints sizes', async () => {
  const script = fileURLToPath(new URL('check.ts', import.meta.url))
  const run = (...folder: string[]) =>
    promisify(execFile)(process.execPath, ['--import', 'tsx', script, ...folder])
  const folder = await mkdtemp(join(tmpdir(), 'catalogues-'))
  onTestFinished(() => rm(folder, { recursive: true }))
  await writeFile(join(folder, 'a.en.json'), '{"a":"","b":"<"}')
  await expect(run(folder)).rejects.toMatchObject({
    code: 1,
    stderr: expect.stringMatching(/^a\.en\.json "a": .+\na\.en\.json "b": .+\n$/),
  })
  await expect(run()).resolves.toMatchObject({
    stdout: expect.stringMatching(/^notice\.en\.json: \d+ bytes \(brotli\)$/m),
    stderr: '',
  })
})
