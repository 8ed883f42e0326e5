import { pino } from 'pino'
import { afterAll } from 'vitest'
import type { Config } from '../src/service/config.ts'
import { readConfig } from '../src/service/read-config.ts'
import { type RunningLedger, startLedger } from '../src/service/start.ts'
import { SITE } from './records.ts'
import { type Kind, newDatabase } from './stores.ts'

export const TOKEN = 'f3a1c2d4e5968778a9b0c1d2e3f40516'

/** A ledger with a store of its own, on a free port. */
export interface TestLedger extends RunningLedger {
  readonly url: string
  /** What was logged. */
  readonly logged: string[]
  /** Sends a request, by default as a page of the allowed site. */
  send(path: string, init?: Init): Promise<Answer>
  /** Posts records. */
  post(body: unknown, init?: Init): Promise<Answer>
}
export interface Init extends Omit<RequestInit, 'headers'> {
  readonly headers?: Record<string, string>
}
export interface Answer {
  readonly status: number
  readonly headers: Headers
  readonly text: string
  // oxlint-disable-next-line typescript/no-explicit-any
  readonly json: any
}

export interface Setup {
  readonly kind?: Kind
  readonly config?: Partial<Config>
  readonly now?: () => number
}

/** Starts a ledger that is stopped behind the tests. */
export async function newLedger({ kind = 'sqlite', config, now }: Setup = {}): Promise<TestLedger> {
  const logged: string[] = []
  const log = pino({ level: 'debug', base: null }, { write: (line) => void logged.push(line) })
  const args = ['--port', '0', '--origin', SITE]
  const base = readConfig({ args, env: { KELISIM_LEDGER_TOKEN: TOKEN }, readFile: () => '' })
  const database = config?.database ?? (await newDatabase(kind))
  const ledger = await startLedger({ ...base, ...config, database }, log, now)
  let isStopped = false
  const stop = async () => {
    if (isStopped) return
    isStopped = true
    await ledger.stop()
  }
  afterAll(stop)
  const url = `http://127.0.0.1:${ledger.port}`
  const send = (path: string, init: Init = {}) => sendTo(url + path, init)
  return {
    ...ledger,
    stop,
    url,
    logged,
    send,
    post: (body, init = {}) =>
      send('/v1/records', {
        method: 'POST',
        ...init,
        body: typeof body === 'string' ? body : JSON.stringify(body),
        headers: { origin: SITE, 'content-type': 'application/json', ...init.headers },
      }),
  }
}

async function sendTo(url: string, init: Init): Promise<Answer> {
  const response = await fetch(url, { redirect: 'manual', ...init })
  const text = await response.text()
  let json: unknown
  try {
    json = JSON.parse(text)
  } catch {
    // Not every answer is JSON.
  }
  return { status: response.status, headers: response.headers, text, json }
}

/** Headers of an operator. */
export const asOperator = (secret: string = TOKEN): { headers: Record<string, string> } => ({
  headers: { authorization: `Bearer ${secret}` },
})
