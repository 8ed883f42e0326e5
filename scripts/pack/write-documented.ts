import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { ROOT } from './run.ts'

const OPTIONS = `export const options = { policy: { version: '2026-11-01', url: '/privacy' } }`
const CHECK = `
import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'

await import('./documented.mjs')
for (const language of ['kk', 'ru', 'en'])
  assert.match(await readFile('declaration.' + language + '.html', 'utf8'), /__Host-kelisim/)
const { languages } = JSON.parse(await readFile('policy/2026-11-01.json', 'utf8'))
assert.equal(languages.ru.policy.text, 'Текст политики')
assert.match(await readFile('policy/2026-11-01.html', 'utf8'), /Текст политики/)
// A version that exists is not overwritten.
await assert.rejects(import('./documented.mjs?again'), { code: 'EEXIST' })
`

/** Puts into an application the script that the docs show, what it needs, and a check of what it makes. */
export function writeDocumented(app: string): void {
  const page = readFileSync(`${ROOT}docs/declaration.md`, 'utf8')
  const [, script = ''] = /```js\n(.*?)```/s.exec(page) ?? []
  writeFileSync(join(app, 'documented.mjs'), script)
  writeFileSync(join(app, 'consent-options.mjs'), OPTIONS)
  writeFileSync(join(app, 'policy.ru.txt'), 'Текст политики')
  writeFileSync(join(app, 'documented-check.mjs'), CHECK)
}
