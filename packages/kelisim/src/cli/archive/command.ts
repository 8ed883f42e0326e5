import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Options } from '@kelisim/core'
import { archiveFiles, type PolicyText } from '../../archive.ts'
import { CliError } from '../cli-error.ts'
import type { Command } from '../parse-command.ts'
import { readOptions } from '../read-options.ts'
import { readText } from '../read-text.ts'
import type { Terminal } from '../terminal.ts'

/**
 * Writes the files that archive the version of the policy in force, for the options in a JSON file. A version that is
 * archived already is left as it is.
 *
 * @returns The exit code: 1 where the options cannot work; then nothing is written.
 * @throws {CliError} `file` where something cannot be read, `exists` where the version is archived, `archive` where
 *   it can name no file.
 */
export async function writeArchive(
  { subject, values }: Command,
  terminal: Terminal,
): Promise<number> {
  const options = await readOptions(subject, terminal)
  if (!options) return 1
  const { policy: pattern, out = 'policy', earlier = '' } = values
  const policy = pattern ? await readPolicy(pattern, options) : {}
  const versions = earlier.split(',').filter(Boolean)
  const files = await archiveFiles(options, { policy, earlier: versions }).catch((error) => {
    throw new CliError('archive', { cause: (error as Error).message })
  })
  await mkdir(out, { recursive: true })
  for (const [name, text] of Object.entries(files)) {
    await writeNew(join(out, name), text)
    terminal.print(join(out, name))
  }
  return 0
}

/** Reads the policy in each language: `*` in the path stands for its code. One file is Russian, or the only language. */
async function readPolicy(pattern: string, { languages }: Options) {
  const codes = pattern.includes('*') ? (languages ?? ['kk', 'ru', 'en']) : [languages?.[0] ?? 'ru']
  const texts = codes.map(async (code): Promise<readonly [string, PolicyText]> => {
    const path = pattern.replaceAll('*', code)
    const text = await readText(path)
    return [code, /\.html?$/.test(path) ? { html: mainOf(text) } : text]
  })
  return Object.fromEntries(await Promise.all(texts))
}

/** The main part of a whole page; a piece of HTML as it is. */
const mainOf = (html: string): string => /<main\b[^>]*>(.*)<\/main>/is.exec(html)?.[1] ?? html

async function writeNew(path: string, text: string): Promise<void> {
  try {
    await writeFile(path, text, { flag: 'wx' })
  } catch (error) {
    const isThere = (error as NodeJS.ErrnoException).code === 'EEXIST'
    throw isThere ? new CliError('exists', { path }) : error
  }
}
