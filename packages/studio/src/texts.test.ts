import { expect, test } from 'vitest'
import { fileURLToPath } from 'node:url'
import { readCatalogues } from '../../../scripts/locales/catalogue.ts'
import { checkCatalogues } from '../../../scripts/locales/check.ts'

test('the texts of Studio follow the rules of all catalogues', async () => {
  const files = await readCatalogues(fileURLToPath(new URL('texts/', import.meta.url)))
  expect(files).toHaveLength(6)
  expect(checkCatalogues(files)).toEqual([])
})
