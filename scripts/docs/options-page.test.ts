import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { assertOptions } from '../../packages/kelisim/src/dev/check-options.ts'
import { tagOptions } from '../../packages/kelisim/src/tag/tag-options.ts'

const rows = readFileSync('docs/options.md', 'utf8').match(/^\| `.*\|$/gm) ?? []
const documented = rows.flatMap((row) => {
  const [, path = '', name = '', value = ''] =
    /^\| `([\w.]+)`.*`data-([a-z-]+)="(.*)"` \|$/.exec(row) ?? []
  // The browser's rule for names in a dataset.
  const key = name.replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase())
  return path ? [{ path, key, value }] : []
})

test.each(documented)(
  'the tag takes the attribute documented for $path',
  ({ path, key, value }) => {
    const options = tagOptions({ [key]: value })
    const set = path
      .split('.')
      .reduce<unknown>((at, step) => (at as Record<string, unknown>)[step], options)
    expect(set).toBeDefined()
    expect(String(set)).toBe(value)
  },
)

test('attributes as documented give options that can work', () => {
  const data = Object.fromEntries(documented.map(({ key, value }) => [key, value]))
  expect(documented.length).toBeGreaterThan(15)
  expect(() => assertOptions(tagOptions(data))).not.toThrow()
})
