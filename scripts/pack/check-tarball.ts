import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { fileURLToPath } from 'node:url'
import { check, type Result, ROOT, run } from './run.ts'

// The files for script tags are no modules to import.
const ATTW =
  '--profile esm-only --exclude-entrypoints ./browser/* ./autoconsent.json ./schema.json ./package.json'.split(
    ' ',
  )
const EXPECTED = fileURLToPath(new URL('contents.txt', import.meta.url))

/**
 * Checks the tarball by itself: its files, its `package.json`, its types.
 *
 * @param isUpdate Takes the files as they are for the ones to expect.
 */
export function checkTarball(tarball: string, isUpdate: boolean): readonly Result[] {
  return [
    checkContents(tarball, isUpdate),
    check('publint', ROOT, 'pnpm', 'exec', 'publint', 'run', tarball, '--strict'),
    check('are the types wrong', ROOT, 'pnpm', 'exec', 'attw', tarball, ...ATTW),
  ]
}

function checkContents(tarball: string, isUpdate: boolean): Result {
  const listed = run(dirname(tarball), 'tar', '-tzf', tarball).output.trim().split('\n')
  const found = listed.map((path) => path.replace(/^package\//, '')).sort()
  if (isUpdate) writeFileSync(EXPECTED, `${found.join('\n')}\n`)
  const text = existsSync(EXPECTED) ? readFileSync(EXPECTED, 'utf8') : ''
  const expected = text.trim().split('\n')
  const faults = [
    ...expected.filter((file) => !found.includes(file)).map((file) => `missing: ${file}`),
    ...found.filter((file) => !expected.includes(file)).map((file) => `unexpected: ${file}`),
  ]
  const name = `contents, ${found.length} files`
  if (faults.length === 0) return { name, fault: undefined }
  const repair = 'If this is wanted: pnpm test:package --update'
  return { name, fault: [...faults, repair].join('\n') }
}
