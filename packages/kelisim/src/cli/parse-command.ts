import { parseArgs } from 'node:util'
import { CliError } from './cli-error.ts'

const options = {
  language: { type: 'string' },
  json: { type: 'boolean' },
  html: { type: 'string' },
  browser: { type: 'string' },
  proxy: { type: 'string' },
  'no-sandbox': { type: 'boolean' },
  insecure: { type: 'boolean' },
  wait: { type: 'string' },
  allow: { type: 'string' },
  from: { type: 'string' },
  markdown: { type: 'boolean' },
  policy: { type: 'string' },
  out: { type: 'string' },
  earlier: { type: 'string' },
  help: { type: 'boolean' },
  version: { type: 'boolean' },
} as const

const names = ['check', 'migrate', 'instant', 'declaration', 'archive'] as const

/** What was asked for. */
export interface Command {
  /** `help` where nothing else is asked for; empty for a name that nobody knows. */
  readonly name: (typeof names)[number] | 'help' | ''
  /** The address or file behind it. */
  readonly subject: string
  readonly values: Values
}

type Values = {
  readonly [Name in keyof typeof options]?: (typeof options)[Name]['type'] extends 'string'
    ? string
    : boolean
}

/**
 * Reads a command line.
 *
 * @throws {CliError} `option` for an option that nobody knows or that lacks its value, `subject` where the
 *   address or file is missing.
 */
export function parseCommand(given: readonly string[]): Command {
  const { positionals, values } = parse(given)
  const [word = 'help', subject = ''] = positionals
  if (values.help || word === 'help') return { name: 'help', subject, values }
  const name = names.find((known) => known === word) ?? ''
  if (name && !subject && !values.version) throw new CliError(`${name}Subject`)
  return { name, subject, values }
}

function parse(given: readonly string[]) {
  try {
    return parseArgs({ args: [...given], options, allowPositionals: true })
  } catch (error) {
    throw new CliError('option', { cause: (error as Error).message })
  }
}
