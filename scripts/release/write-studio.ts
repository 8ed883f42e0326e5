/** Completes Studio after a build: its pages and styles, and the release that it shows and hands out. */
import { copyFile, mkdir, readFile, writeFile } from 'node:fs/promises'
import { minifyCss } from '../css-text.ts'
import { readBrowserFiles } from './browser-files.ts'
import { bundledPackages } from './bundled-packages.ts'
import { BROWSER, ROOT } from './folders.ts'
import { renderLicences } from './licences.ts'

const source = `${ROOT}packages/studio/src/`
const target = `${ROOT}packages/studio/dist/`

await mkdir(`${target}kelisim`, { recursive: true })
for (const page of ['index.html', 'preview.html']) await copyFile(source + page, target + page)
for (const sheet of ['studio.css', 'preview.css'])
  await writeFile(target + sheet, minifyCss(await readFile(source + sheet, 'utf8'), sheet))
const licences = renderLicences(
  await bundledPackages([target]),
  await readFile(`${ROOT}LICENSE`, 'utf8'),
)
await writeFile(`${target}LICENSES.txt`, licences)
const scripts = (await readBrowserFiles()).map(({ name }) => name)
for (const name of [...scripts, 'manifest.json', 'LICENSES.txt'])
  await copyFile(BROWSER + name, `${target}kelisim/${name}`)
