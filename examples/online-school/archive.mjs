/** Archives the version of the policy in force beside the built site; part of `pnpm build`. */
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { archiveFiles } from 'kelisim/archive'
import { options } from './src/options.mjs'

const folder = new URL('dist/policy/', import.meta.url)
const page = await readFile(new URL('privacy/index.html', import.meta.url), 'utf8')
const [, html = page] = /<main>(.*)<\/main>/s.exec(page) ?? []
const files = await archiveFiles(options, { policy: { ru: { html } }, earlier: ['2025-01-15'] })
await mkdir(folder, { recursive: true })
for (const [name, text] of Object.entries(files)) await writeFile(new URL(name, folder), text)
