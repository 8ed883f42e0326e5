import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

/** The names of tests that a site's README quotes; dots stand for what was left out. */
const quoted = (readme: string): string[] =>
  [...readme.matchAll(/"([^"]+?)(?: …)?"/g)].map(([, name = '']) => name)

test.each(['ai-service', 'online-school'])(
  'the README of %s names tests that there are',
  (name) => {
    const readme = readFileSync(`examples/${name}/README.md`, 'utf8')
    const tests = readFileSync(`scripts/e2e/sites/${name}.e2e.ts`, 'utf8')
    const rows = readme.split('\n').filter((line) => line.startsWith('| '))
    const named = rows.flatMap((row) => quoted(row.split(' | ')[1] ?? ''))
    expect(named.filter((each) => !tests.includes(`test('${each}`))).toEqual([])
    expect(named.length).toBeGreaterThan(8)
  },
)
