import fc from 'fast-check'
import { expect, test } from 'vitest'
import { snippetOf } from './command.ts'
import { migrate, products } from './migrate.ts'
import type { Migration } from './migration.ts'

test('writes a snippet that nothing in a text can end', () => {
  const migration: Migration = {
    product: 'klaro',
    presets: { ga4: '"><script>', youtube: '' },
    lost: [],
    options: { operator: { name: '</script><script>alert(1)</script>' } },
  }
  const snippet = snippetOf(migration)
  expect(snippet.match(/<\/script>/g)).toHaveLength(2)
  expect(snippet).toContain('data-ga4="&quot;>&lt;script>" data-youtube>')
  const [, json = ''] = /data-kelisim-config>([\s\S]*)<\/script>$/.exec(snippet) ?? []
  expect(JSON.parse(json)).toEqual(migration.options)
})

test('turns any tree into a migration without throwing', () => {
  const keys = [
    'categories',
    'services',
    'language',
    'languages',
    'translations',
    'job',
    'cookies',
    'name',
  ]
  const { tree } = fc.letrec((tie) => ({
    tree: fc.oneof(
      { maxDepth: 4 },
      fc.jsonValue({ maxDepth: 2 }),
      fc.dictionary(fc.constantFrom(...keys), tie('tree'), { maxKeys: 5 }),
      fc.array(tie('tree'), { maxLength: 3 }),
    ),
  }))
  const property = fc.property(
    fc.dictionary(fc.constantFrom(...keys), tree),
    fc.constantFrom(...products),
    (config, product) => {
      expect(migrate(product, config).lost).toBeInstanceOf(Array)
    },
  )
  fc.assert(property, { numRuns: 500 })
})
