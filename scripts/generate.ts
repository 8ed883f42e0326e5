/** Writes every file that is made from others. */
import { writeFile } from 'node:fs/promises'
import { generatedFiles } from './generated-files.ts'

for (const [path, render] of Object.entries(generatedFiles)) {
  await writeFile(new URL(`../${path}`, import.meta.url), await render())
}
