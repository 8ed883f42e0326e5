import { isNetwork } from '../http/address.ts'
import { isPostgres } from '../store/open.ts'
import { parseDuration } from './duration.ts'

/** One setting: a flag, and the environment variable of the same name. */
export interface Setting {
  readonly default?: string
  /** May be given several times; in the environment separated by commas. */
  readonly isList?: true
  /** Its value is never printed, and it is no flag: other users of the machine see flags. */
  readonly isSecret?: true
  /** What it is for, and its form. */
  readonly help: string
  readonly isValid: (value: string) => boolean
}

const isOrigin = (text: string) =>
  URL.canParse(text) && /^https?:$/.test(new URL(text).protocol) && new URL(text).origin === text
const isWhole = (least: number, most: number) => (text: string) =>
  /^\d{1,9}$/.test(text) && Number(text) >= least && Number(text) <= most
const oneOf =
  (...words: string[]) =>
  (text: string) =>
    words.includes(text)
// A secret that is guessed lets anybody read everything.
const isSecret = (text: string) => /^[\x21-\x7e]{32,512}$/.test(text) && new Set(text).size > 9

/** All settings by their flag. */
export const SETTINGS = {
  database: {
    default: 'kelisim-ledger.db',
    help: 'SQLite file, or postgres://user@host/name (with a password: use the environment)',
    isValid: (text) =>
      text.length > 0 && (isPostgres(text) ? URL.canParse(text) : !text.includes('://')),
  },
  'maintenance-database': {
    help: 'login of PostgreSQL that owns the tables, where the serving one must not',
    isValid: (text) => isPostgres(text) && URL.canParse(text),
  },
  connections: {
    default: '10',
    help: 'connections to PostgreSQL, 1 to 200',
    isValid: isWhole(1, 200),
  },
  host: { default: '127.0.0.1', help: 'address to listen on', isValid: (text) => text.length > 0 },
  port: {
    default: '8790',
    help: 'port to listen on, 0 for a free one',
    isValid: isWhole(0, 65_535),
  },
  origin: {
    isList: true,
    help: 'origin whose pages may write, such as https://shop.kz; may be repeated',
    isValid: isOrigin,
  },
  token: {
    isSecret: true,
    help: "operator's token: 32 characters or more, for example of `openssl rand -hex 32`",
    isValid: isSecret,
  },
  'tokens-file': {
    help: 'JSON file with a list of { name, secret, site?, expiresAt? }',
    isValid: (text) => text.length > 0,
  },
  'trust-proxy': {
    isList: true,
    help: 'address or network of a proxy whose X-Forwarded-For is believed',
    isValid: isNetwork,
  },
  ip: {
    default: 'drop',
    help: 'drop, truncate (/24, /48) or hash',
    isValid: oneOf('drop', 'truncate', 'hash'),
  },
  'ip-key': { isSecret: true, help: 'key of the hash of addresses', isValid: isSecret },
  agent: {
    default: 'family',
    help: 'family (Firefox 153) or none',
    isValid: oneOf('family', 'none'),
  },
  'cookie-domain': {
    help: "registrable domain, where the pages' cookie has scope 'site'",
    isValid: (text) => /^([a-z0-9-]+\.)+[a-z0-9-]+$/.test(text),
  },
  keep: {
    default: 'P3Y',
    help: 'how long records are kept after the end of consent, as P3Y, P18M or P90D',
    isValid: (text) => parseDuration(text) !== null,
  },
  'keep-context': {
    help: 'how long browser, address and subject are kept after receipt; as long as records without it',
    isValid: (text) => parseDuration(text) !== null,
  },
  'limit-per-address': {
    default: '600',
    help: 'requests per minute of one address',
    isValid: isWhole(1, 1e6),
  },
  'limit-per-site': {
    default: '2000',
    help: 'requests per second of one site',
    isValid: isWhole(1, 1e6),
  },
  'partition-days': {
    default: '30',
    help: 'days of one partition on PostgreSQL',
    isValid: isWhole(1, 366),
  },
  'log-level': {
    default: 'info',
    help: 'fatal, error, warn, info, debug or silent',
    isValid: oneOf('fatal', 'error', 'warn', 'info', 'debug', 'silent'),
  },
} satisfies Record<string, Setting>

export type SettingName = keyof typeof SETTINGS

/** The environment variable of a setting. */
export const variableOf = (name: string): string =>
  `KELISIM_LEDGER_${name.replaceAll('-', '_').toUpperCase()}`
