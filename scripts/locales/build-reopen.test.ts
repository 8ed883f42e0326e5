import { readFile } from 'node:fs/promises'
import { expect, test } from 'vitest'
import { renderReopenLabels } from './build-reopen.ts'

test('the labels of the reopen button are those of the catalogues', async () => {
  const written = await readFile('packages/locales/src/reopen.ts', 'utf8')
  expect(written).toBe(await renderReopenLabels())
})
