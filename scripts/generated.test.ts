import { readFile } from 'node:fs/promises'
import { expect, test } from 'vitest'
import { generatedFiles } from './generated-files.ts'

test.each(Object.entries(generatedFiles))(
  '%s is what `pnpm generate` writes',
  async (path, render) => {
    expect(await readFile(path, 'utf8')).toBe(await render())
  },
)
