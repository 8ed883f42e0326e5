import { CliError } from './cli-error.ts'
import { type Command, parseCommand } from './parse-command.ts'
import type { Terminal } from './terminal.ts'
import { findLanguage, wordsOf } from './words.ts'

declare const __VERSION__: string

const HELP = 'check migrate instant declaration archive language codes docs'.split(' ')

/** Exit code of a command that could not do its work. */
const FAILED = 2

/**
 * Runs a command of `npx kelisim`.
 *
 * @param given The words behind the program's name.
 * @returns The exit code: 0 when all is well, 1 when a check has found something, 2 when it could not be made.
 */
async function main(given: readonly string[]): Promise<number> {
  let terminal = terminalIn('ru')
  try {
    terminal = terminalIn(findLanguage(undefined, process.env) ?? 'ru')
    const command = parseCommand(given)
    const language = findLanguage(command.values.language, process.env)
    if (!language) throw new CliError('language', { name: command.values.language })
    terminal = terminalIn(language)
    return await run(command, terminal)
  } catch (error) {
    if (!(error instanceof CliError)) throw error
    terminal.note(terminal.say(`cli.error.${error.key}`, error.values))
    return FAILED
  }
}

async function run(command: Command, terminal: Terminal): Promise<number> {
  if (command.values.version) {
    terminal.print(__VERSION__)
    return 0
  }
  // Each is fetched when it is asked for: a move needs no browser, a check no reader of configurations.
  if (command.name === 'check') return (await import('./check/command.ts')).check(command, terminal)
  if (command.name === 'migrate')
    return (await import('./migrate/command.ts')).migrateFile(command, terminal)
  if (command.name === 'instant')
    return (await import('./instant/command.ts')).writeInstant(command, terminal)
  if (command.name === 'declaration')
    return (await import('./declaration/command.ts')).writeDeclaration(command, terminal)
  if (command.name === 'archive')
    return (await import('./archive/command.ts')).writeArchive(command, terminal)
  terminal.print(terminal.say('cli.usage'))
  for (const line of HELP) {
    terminal.print(terminal.say(`cli.help.${line}`))
  }
  return command.name === 'help' ? 0 : FAILED
}

function terminalIn(language: Terminal['language']): Terminal {
  return {
    language,
    say: wordsOf(language),
    print: (line) => process.stdout.write(`${line}\n`),
    note: (line) => process.stderr.write(`${line}\n`),
  }
}

process.exitCode = await main(process.argv.slice(2))
