/** Writes, beside what was built, what a release tells about it; the last step of a build. */
import { copyFile, readFile, writeFile } from 'node:fs/promises'
import { assertAscii, readBrowserFiles } from './browser-files.ts'
import { bundledPackages } from './bundled-packages.ts'
import { BROWSER, DIST, PACKAGE, ROOT } from './folders.ts'
import { makeImportMap } from './import-map.ts'
import { renderLicences } from './licences.ts'
import { makeManifest } from './manifest.ts'
import { publishedSchema } from './published-schema.ts'

const json = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`

const { version } = JSON.parse(await readFile(`${PACKAGE}package.json`, 'utf8'))
const schema = JSON.parse(await readFile(`${ROOT}packages/core/config.schema.json`, 'utf8'))
const files = await readBrowserFiles()
assertAscii(files)
const packages = await bundledPackages([BROWSER, DIST, `${DIST}dev`])
const licences = renderLicences(packages, await readFile(`${ROOT}LICENSE`, 'utf8'))

await writeFile(`${BROWSER}manifest.json`, json(makeManifest(version, files)))
await writeFile(`${BROWSER}importmap.json`, json(makeImportMap('./', files)))
await writeFile(`${DIST}schema.json`, json(publishedSchema(schema)))
// The folder for pages is served by itself; the package is read as a whole.
await writeFile(`${BROWSER}LICENSES.txt`, licences)
await writeFile(`${PACKAGE}LICENSES.txt`, licences)
for (const name of ['README.md', 'LICENSE']) await copyFile(ROOT + name, PACKAGE + name)

for (const [name, { bytes, brotli }] of Object.entries(makeManifest(version, files).files)) {
  console.log(
    `${name.padEnd(20)} ${String(bytes).padStart(7)} bytes ${String(brotli).padStart(6)} brotli`,
  )
}
await copyFile(`${ROOT}LICENSE`, `${ROOT}packages/ledger/LICENSE`)
