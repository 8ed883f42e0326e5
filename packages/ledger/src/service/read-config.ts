import { parseArgs } from 'node:util'
import type { Token } from '../http/tokens.ts'
import type { Config } from './config.ts'
import { parseDuration } from './duration.ts'
import { type Setting, type SettingName, SETTINGS, variableOf } from './settings.ts'

/** Says which setting is wrong and how to repair it; never what a secret's value is. */
export class ConfigError extends Error {
  override name = 'ConfigError'
}

/** Where settings come from. */
export interface Sources {
  /** Flags; they win. */
  readonly args: readonly string[]
  readonly env: Readonly<Record<string, string | undefined>>
  readonly readFile: (path: string) => string
}

const ALL = Object.entries(SETTINGS) as [SettingName, Setting][]

/**
 * Reads and checks the configuration.
 *
 * @throws {ConfigError} For a setting that is not known or not valid.
 */
export function readConfig({ args, env, readFile }: Sources): Config {
  const flags = readFlags(args)
  const list = (name: SettingName) => valuesOf(name, flags[name], env[variableOf(name)])
  const one = (name: SettingName) => list(name)[0]
  const need = (name: SettingName) => one(name) ?? ''
  const keepContext = one('keep-context')
  const file = one('tokens-file')
  const token = one('token')
  const config: Config = {
    database: need('database'),
    maintenanceDatabase: one('maintenance-database'),
    connections: Number(need('connections')),
    host: need('host'),
    port: Number(need('port')),
    origins: list('origin'),
    tokens: [
      ...(token ? [{ name: 'operator', secret: token }] : []),
      ...(file ? readTokens(readFile, file) : []),
    ],
    trustProxy: list('trust-proxy'),
    ip: need('ip') as Config['ip'],
    ipKey: need('ip-key'),
    agent: need('agent') as Config['agent'],
    cookieDomain: one('cookie-domain'),
    keep: parseDuration(need('keep')) ?? { years: 3, months: 0, days: 0 },
    keepContext: keepContext === undefined ? null : parseDuration(keepContext),
    limitPerAddress: Number(need('limit-per-address')),
    limitPerSite: Number(need('limit-per-site')),
    partitionDays: Number(need('partition-days')),
    logLevel: need('log-level'),
  }
  if (config.ip === 'hash' && !config.ipKey)
    throw new ConfigError(`ip=hash needs a key: set ${variableOf('ip-key')}.`)
  return config
}

function readFlags(args: readonly string[]): Record<string, string[] | undefined> {
  const options = Object.fromEntries(
    ALL.filter(([, { isSecret }]) => !isSecret).map(([name]) => [
      name,
      { type: 'string', multiple: true } as const,
    ]),
  )
  try {
    return parseArgs({ args: [...args], options, strict: true }).values as Record<string, string[]>
  } catch (error) {
    const [unknown = ''] = /--?[\w-]+/.exec((error as Error).message) ?? []
    throw new ConfigError(
      `${unknown || 'A flag'} is not known, or has no value. See "kelisim-ledger --help".`,
      { cause: error },
    )
  }
}

function valuesOf(
  name: SettingName,
  flags: string[] | undefined,
  variable: string | undefined,
): string[] {
  const setting: Setting = SETTINGS[name]
  const { isList, isValid, help, isSecret } = setting
  const fromEnvironment = variable === undefined || variable === '' ? undefined : variable
  const given =
    flags ?? (isList ? fromEnvironment?.split(',').map((part) => part.trim()) : undefined)
  const values =
    given ?? [fromEnvironment ?? setting.default].filter((value) => value !== undefined)
  const source = flags ? `--${name}` : variableOf(name)
  if (!isList && values.length > 1) throw new ConfigError(`${source} is given more than once.`)
  for (const value of values)
    if (!isValid(value)) {
      // A database's address may hold a password.
      const shown = isSecret || name.endsWith('database') ? '' : ` "${value}"`
      throw new ConfigError(`${source}${shown} is not valid. It is: ${help}.`)
    }
  return values
}

function readTokens(readFile: (path: string) => string, path: string): Token[] {
  let list: unknown
  try {
    list = JSON.parse(readFile(path))
  } catch {
    throw new ConfigError(`--tokens-file: "${path}" cannot be read as JSON.`)
  }
  if (!Array.isArray(list)) throw new ConfigError(`--tokens-file: "${path}" is not a list.`)
  return list.map((each, index) => readToken(each, `--tokens-file: [${index}]`))
}

function readToken(value: unknown, where: string): Token {
  const { name, secret, site, expiresAt, ...rest } = (value ?? {}) as Record<string, unknown>
  const end = expiresAt === undefined ? undefined : Date.parse(String(expiresAt))
  const [unknown] = Object.keys(rest)
  if (unknown) throw new ConfigError(`${where}.${unknown} is not known.`)
  if (typeof name !== 'string' || !name) throw new ConfigError(`${where}.name is missing.`)
  if (typeof secret !== 'string' || !SETTINGS.token.isValid(secret))
    throw new ConfigError(`${where}.secret is not ${SETTINGS.token.help}.`)
  if (site !== undefined && (typeof site !== 'string' || !SETTINGS.origin.isValid(site)))
    throw new ConfigError(`${where}.site is not an origin such as https://shop.kz.`)
  if (end !== undefined && Number.isNaN(end))
    throw new ConfigError(`${where}.expiresAt is not a date such as 2027-01-01.`)
  return {
    name,
    secret,
    ...(site !== undefined && { site }),
    ...(end !== undefined && { expiresAt: end }),
  }
}
