/** Checks the catalogues against each other and against what the look-up on the page can do. */
import { pathToFileURL } from 'node:url'
import { type CatalogueFile, readCatalogues } from './catalogue.ts'
import { compiledBytes } from './compile.ts'
import { flatten } from './flatten.ts'
import { pluralFormsOf, splitPlural } from './plural-forms.ts'
import { describe, type Problem } from './problem.ts'
import { checkText, placeholdersOf } from './text-rules.ts'

/** A catalogue that could be read. */
interface Catalogue {
  readonly file: string
  /** What the file is for: `notice`, `preferences`. */
  readonly part: string
  readonly language: string
  readonly texts: Readonly<Record<string, unknown>>
}

const REFERENCE = 'en'
const KEY = /^[a-z][A-Za-z0-9]*(\.[A-Za-z][A-Za-z0-9]*)*$/

/**
 * Lists everything that is wrong with a set of catalogues. English says which keys and placeholders
 * there are; every language has the plural forms of its own.
 *
 * @param files Named `<part>.<language>.json`, with nested i18next JSON v4 inside.
 */
export function checkCatalogues(files: readonly CatalogueFile[]): Problem[] {
  const problems: Problem[] = []
  const catalogues = files.flatMap((file) => open(file, problems))
  for (const catalogue of catalogues) {
    problems.push(...checkAlone(catalogue), ...checkPlurals(catalogue))
    const reference = catalogues.find(
      ({ part, language }) => part === catalogue.part && language === REFERENCE,
    )
    if (reference) problems.push(...compare(catalogue, reference))
  }
  return [...problems, ...findMissingFiles(catalogues)]
}

function open({ file, text }: CatalogueFile, problems: Problem[]): Catalogue[] {
  const [, part = '', language = ''] = /^([a-z]+)\.([a-z-]+)\.json$/i.exec(file) ?? []
  if (!pluralFormsOf(language)) {
    const repair = 'Call it <part>.<language>.json, as in notice.kk.json.'
    problems.push({ file, key: '', what: 'The name has no language that is known.', repair })
    return []
  }
  try {
    const tree: unknown = JSON.parse(text)
    if (tree && typeof tree === 'object') return [{ file, part, language, texts: flatten(tree) }]
    throw new SyntaxError('there is no object in it')
  } catch (error) {
    const what = `This is not JSON: ${(error as Error).message}.`
    problems.push({ file, key: '', what, repair: 'Look for a comma or a quote near that place.' })
    return []
  }
}

function checkAlone({ file, texts }: Catalogue): Problem[] {
  return Object.entries(texts).flatMap(([key, text]) => {
    const problems = checkText(text).map((found) => ({ file, key, ...found }))
    if (KEY.test(splitPlural(key).name)) return problems
    const what = 'The key is not a path of plain names.'
    const repair =
      'Use letters and digits; "_" is for plural forms, there is no context or ordinal.'
    return [...problems, { file, key, what, repair }]
  })
}

function checkPlurals({ file, language, texts }: Catalogue): Problem[] {
  const wanted = pluralFormsOf(language)?.join(', ') ?? ''
  return [...groupForms(texts)].flatMap(([key, forms]) => {
    const found = forms.sort().join(', ')
    if (forms.length === 0 || found === wanted) return []
    const repair = `Give it these, no more and no fewer: ${wanted}.`
    return [{ file, key, what: `The plural forms are: ${found}.`, repair }]
  })
}

function compare({ file, texts }: Catalogue, reference: Catalogue): Problem[] {
  const known = groupForms(reference.texts)
  const own = groupForms(texts)
  const missing = [...known.keys()]
    .filter((key) => !own.has(key))
    .map((key) => ({ file, key, what: 'The key is missing.', repair: 'Translate it.' }))
  const extra = [...own.keys()]
    .filter((key) => !known.has(key))
    .map((key) => ({
      file,
      key,
      what: `The key is not in ${reference.file}.`,
      repair: 'Remove it, or add it to every language.',
    }))
  return [...missing, ...extra, ...comparePlaceholders({ file, texts }, reference)]
}

function comparePlaceholders(
  { file, texts }: Pick<Catalogue, 'file' | 'texts'>,
  reference: Catalogue,
): Problem[] {
  return Object.entries(texts).flatMap(([key, text]) => {
    const { name, form } = splitPlural(key)
    const known = reference.texts[form ? `${name}_other` : name]
    const [found, wanted] = [list(placeholdersOf(text)), list(placeholdersOf(known))]
    if (known === undefined || found === wanted) return []
    const what = `The text has ${found}; ${reference.file} has ${wanted}.`
    return [{ file, key, what, repair: 'Use the same placeholders.' }]
  })
}

function findMissingFiles(catalogues: readonly Catalogue[]): Problem[] {
  const languages = new Set([REFERENCE, ...catalogues.map(({ language }) => language)])
  const parts = new Set(catalogues.map(({ part }) => part))
  const files = new Set(catalogues.map(({ file }) => file))
  return [...parts]
    .flatMap((part) => [...languages].map((language) => `${part}.${language}.json`))
    .filter((file) => !files.has(file))
    .map((file) => ({ file, key: '', what: 'There is no such file.', repair: 'Add it.' }))
}

/** Keys with the plural forms found. All forms of a text count as one key, written with `_*`. */
function groupForms(texts: Catalogue['texts']): Map<string, string[]> {
  const groups = new Map<string, string[]>()
  for (const key of Object.keys(texts)) {
    const { name, form } = splitPlural(key)
    if (form) groups.set(`${name}_*`, [...(groups.get(`${name}_*`) ?? []), form])
    else groups.set(name, [])
  }
  return groups
}

function list(placeholders: readonly string[]): string {
  return placeholders.map((name) => `{{${name}}}`).join(' ') || 'no placeholder'
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const files = await readCatalogues(process.argv[2])
  const problems = checkCatalogues(files)
  for (const problem of problems) console.error(describe(problem))
  if (problems.length > 0) process.exit(1)
  for (const { file, text } of files) console.log(`${file}: ${compiledBytes(text)} bytes (brotli)`)
}
