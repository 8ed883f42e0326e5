import { strToU8, zipSync } from 'fflate'
import type { Project } from '../project/project.ts'
import type { Say } from '../texts.ts'
import { inAttribute } from './markup.ts'
import { read, type Release } from './release.ts'
import { baseOf, writeSnippet } from './snippet.ts'

/**
 * Packs what an owner uploads to host Kelisim: the files of the release in the folder that the tag
 * names, the snippet, a page to try it on, and the steps in words.
 *
 * @throws where a file of the release cannot be fetched.
 */
export async function makeArchive(
  project: Project,
  release: Release,
  { say, language }: { readonly say: Say; readonly language: string },
): Promise<Uint8Array<ArrayBuffer>> {
  const base = baseOf(project, release)
  const folder = base.replace(/^https:\/\/[^/]+/, '').slice(1)
  const names = [...Object.keys(release.files), 'LICENSES.txt', 'manifest.json']
  const files = await Promise.all(
    names.map(async (name) => [
      folder + name,
      new Uint8Array(await (await read(name)).arrayBuffer()),
    ]),
  )
  const snippet = writeSnippet(project, release)
  return zipSync({
    ...Object.fromEntries(files),
    'snippet.html': strToU8(`${snippet}\n`),
    'example.html': strToU8(examplePage(snippet, language, say)),
    'README.txt': strToU8(steps(base, say)),
  }) as Uint8Array<ArrayBuffer>
}

function steps(folder: string, say: Say): string {
  const texts = ['upload', 'paste', 'try'].map((step) => say(`archive.${step}`, { folder }))
  return texts.map((text, index) => `${index + 1}. ${text}\n`).join('')
}

function examplePage(snippet: string, language: string, say: Say): string {
  return `<!doctype html>
<html lang="${inAttribute(language)}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>${inAttribute(say('archive.title'))}</title>
${snippet}
</head>
<body>
<h1>${inAttribute(say('archive.title'))}</h1>
<p><button data-kelisim="preferences">${inAttribute(say('archive.preferences'))}</button></p>
</body>
</html>
`
}
