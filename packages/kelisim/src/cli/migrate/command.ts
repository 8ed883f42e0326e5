import { CliError } from '../cli-error.ts'
import type { Command } from '../parse-command.ts'
import type { Terminal } from '../terminal.ts'
import { problemsOf } from '../../dev/problems-of.ts'
import { migrate, productOf, products } from './migrate.ts'
import type { Migration, Product } from './migration.ts'
import { readConfig } from './read-config.ts'

/**
 * Turns the configuration file of another banner into ours: the snippet or, with `--json`, all of it as
 * data. What could not be carried over is told beside it.
 *
 * @throws {CliError} where the file cannot be read, or is nobody's configuration.
 */
export async function migrateFile(
  { subject, values }: Command,
  { language, say, print, note }: Terminal,
): Promise<number> {
  const config = await readConfig(subject, () => note(say('cli.migrate.runs', { file: subject })))
  const product = productIn(values.from) ?? productOf(config)
  if (!product) throw new CliError('product', { names: products.join(', ') })
  const migration = migrate(product, config)
  if (values.json) {
    print(JSON.stringify(migration, null, 2))
    return 0
  }
  print(snippetOf(migration))
  const { lost, options } = migration
  note(say('cli.migrate.from', { product }))
  if (lost.length > 0) note(say('cli.migrate.lost', { count: lost.length }))
  for (const { path, reason } of lost) note(`  ${path}: ${say(`cli.lost.${reason}`)}`)
  for (const { path, message, repair } of problemsOf(options, language)) {
    note(`  ${say('cli.migrate.repair')} ${path}: ${message}; ${repair}`)
  }
  note(say('cli.migrate.names'))
  return 0
}

function productIn(name: string | undefined): Product | undefined {
  const found = products.find((product) => product === name)
  if (name !== undefined && !found) throw new CliError('product', { names: products.join(', ') })
  return found
}

/** Writes what the owner pastes: the tag with the presets, and the options as JSON. */
export function snippetOf({ options, presets }: Migration): string {
  const attributes = Object.entries(presets).map(([id, words]) =>
    words ? ` data-${id}="${escape(words)}"` : ` data-${id}`,
  )
  // An end of a script inside a text would end ours.
  const json = JSON.stringify(options, null, 2).replaceAll('<', '\\u003c')
  return [
    `<script async src="/kelisim/kelisim.js"${attributes.join('')}></script>`,
    '<script type="application/json" data-kelisim-config>',
    json,
    '</script>',
  ].join('\n')
}

const escape = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;')
