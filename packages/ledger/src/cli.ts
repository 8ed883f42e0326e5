import { createReadStream, readFileSync } from 'node:fs'
import { createInterface } from 'node:readline'
import { randomBytes } from 'node:crypto'
import { pino, type Logger } from 'pino'
import type { ExportLine } from './chain/export-line.ts'
import { verify } from './chain/verify.ts'
import { migrate } from './store/migrate.ts'
import { openStore } from './store/open.ts'
import type { Config } from './service/config.ts'
import { maintain } from './service/maintain.ts'
import { createMetrics } from './service/metrics.ts'
import { ConfigError, readConfig } from './service/read-config.ts'
import { type Setting, SETTINGS, variableOf } from './service/settings.ts'
import { startLedger } from './service/start.ts'

const [first = 'serve', ...rest] = process.argv.slice(2)
const [command, args] = first.startsWith('-') ? ['serve', [first, ...rest]] : [first, rest]

const print = (text: string) => process.stdout.write(`${text}\n`)
const fail = (text: string) => {
  process.stderr.write(`kelisim-ledger: ${text}\n`)
  process.exitCode = 1
}

const COMMANDS: Record<string, () => Promise<unknown>> = {
  serve: async () => {
    const config = configured()
    if (config.origins.length === 0)
      throw new ConfigError('No page may write yet: name its origin, as --origin https://shop.kz.')
    await serve(withToken(config))
  },
  migrate: () => onStore(({ store }) => migrate(store)),
  maintain: () => onStore(maintain),
  retain: () => onStore((service) => maintain(service, args.includes('--force'))),
  verify: verifyFile,
  help: async () => print(help()),
}

function configured(): Config {
  const readFile = (path: string) => readFileSync(path, 'utf8')
  return readConfig({
    args: args.filter((arg) => arg !== '--force'),
    env: process.env,
    readFile,
  })
}

/** Without a token the operator could not look; one that is made is shown once, and holds until the end. */
function withToken(config: Config): Config {
  if (config.tokens.length > 0) return config
  const secret = randomBytes(32).toString('hex')
  process.stderr.write(
    `No operator's token is set. For this run it is\n  ${secret}\nSet ${variableOf('token')} to keep one.\n`,
  )
  return { ...config, tokens: [{ name: 'operator', secret }] }
}

const logOf = (config: Config): Logger => pino({ level: config.logLevel, base: null })

async function serve(config: Config): Promise<void> {
  const ledger = await startLedger(config, logOf(config))
  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    process.once(signal, () => {
      void ledger.stop().then(() => process.exit(0))
    })
}

async function onStore(
  work: (service: Parameters<typeof maintain>[0]) => Promise<void>,
): Promise<void> {
  const config = configured()
  const store = openStore(config)
  try {
    await work({ store, config, log: logOf(config), metrics: createMetrics(), now: Date.now })
  } finally {
    await store.close()
  }
}

/** Proves an export in a file, or from the standard input. */
async function verifyFile(): Promise<void> {
  const [path] = args
  const input = path && path !== '-' ? createReadStream(path) : process.stdin
  const verdict = await verify(readLines(createInterface({ input, crlfDelay: Infinity })))
  for (const { line, fault } of verdict.faults)
    process.stderr.write(`${line > 0 ? `line ${line}: ` : ''}${fault}\n`)
  const { links, records, seals, faults } = verdict
  print(`${links} links, ${records} records, ${links - records} removed, ${seals} seals`)
  if (faults.length > 0) fail('this is not what was written.')
  else print('Whole and unchanged.')
}

async function* readLines(lines: AsyncIterable<string>): AsyncGenerator<ExportLine> {
  let number = 0
  for await (const line of lines) {
    number++
    if (line === '') continue
    try {
      yield JSON.parse(line) as ExportLine
    } catch {
      throw new Error(`Line ${number} is not JSON: the export was cut off or changed.`)
    }
  }
}

function help(): string {
  const settings = (Object.entries(SETTINGS) as [string, Setting][]).map(([name, setting]) => {
    const flag = setting.isSecret ? `(only ${variableOf(name)})` : `--${name}`
    const standard = setting.default === undefined ? '' : ` [${setting.default}]`
    return `  ${flag.padEnd(36)} ${setting.help}${standard}`
  })
  return [
    'kelisim-ledger [serve]          answers requests',
    'kelisim-ledger migrate          makes or updates the tables',
    'kelisim-ledger maintain         partitions, seals and retention, once',
    'kelisim-ledger retain --force   the same, even if more than half of the records are old',
    'kelisim-ledger verify [file]    proves an export in JSONL; without a file, the standard input',
    '',
    'Settings; each is also an environment variable, --trust-proxy as KELISIM_LEDGER_TRUST_PROXY:',
    ...settings,
  ].join('\n')
}

try {
  if (args.includes('--help')) print(help())
  else if (Object.hasOwn(COMMANDS, command)) await COMMANDS[command]?.()
  else fail(`"${command}" is not a command. See "kelisim-ledger help".`)
} catch (error) {
  // The causes of a database's errors may quote its address, so only the message is shown.
  fail((error as Error).message)
}
