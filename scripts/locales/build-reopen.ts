/** Writes the labels of the reopen button: the one text that a returning visitor needs. */
import { writeFile } from 'node:fs/promises'
import { pathToFileURL } from 'node:url'
import { readCatalogues } from './catalogue.ts'
import { flatten } from './flatten.ts'

const target = new URL('../../packages/locales/src/reopen.ts', import.meta.url)

/**
 * Renders the labels.
 *
 * @returns TypeScript with one export, labels by language code.
 */
export async function renderReopenLabels(): Promise<string> {
  const labels = (await readCatalogues()).flatMap(({ file, text }) => {
    const [part, language] = file.split('.')
    const label = String(flatten(JSON.parse(text)).reopen).replace(/['\\]/g, '\\$&')
    return part === 'preferences' ? [`  ${language}: '${label}',`] : []
  })
  return [
    '// Written by scripts/locales/build-reopen.ts from the catalogues: change those instead.',
    '/** Label of the button that opens the preferences again, by language code. */',
    'export const reopenLabels: Readonly<Record<string, string>> = {',
    ...labels,
    '}',
    '',
  ].join('\n')
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  await writeFile(target, await renderReopenLabels())
}
