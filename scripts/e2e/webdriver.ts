import { request } from 'node:http'
import { json } from 'node:stream/consumers'

/** The WebDriver protocol, as far as it is needed: one session of one driver. */
export interface WebDriverSession {
  /** Sends a command of this session, such as `('POST', '/url', { url })`. */
  command<Value>(method: 'GET' | 'POST' | 'DELETE', path: string, body?: object): Promise<Value>
  close(): Promise<void>
}

// A lost answer fails the test; until then nobody waits for long.
const ANSWER_MS = 15_000

/** Opens a session; the driver starts a browser for it. */
export async function openSession(
  driver: string,
  capabilities: Readonly<Record<string, unknown>>,
): Promise<WebDriverSession> {
  const body = { capabilities: { alwaysMatch: capabilities } }
  const { sessionId } = await send<{ sessionId: string }>('POST', `${driver}/session`, body)
  const address = `${driver}/session/${sessionId}`
  return {
    command: (method, path, content) => send(method, address + path, content),
    close: () => send('DELETE', address),
  }
}

async function send<Value>(method: string, address: string, body: object = {}): Promise<Value> {
  const { ok, value } = await exchange(method, address, method === 'POST' ? body : undefined)
  if (ok) return value as Value
  const { error, message } = value as { error: string; message: string }
  throw new Error(`WebDriver ${method} ${new URL(address).pathname}: ${error}. ${message}`)
}

function exchange(method: string, address: string, body: object | undefined) {
  return new Promise<{ ok: boolean; value: unknown }>((resolve, reject) => {
    // A connection of its own for each command: the driver drops kept ones without a word.
    const outgoing = request(address, { method, agent: false }, (response) => {
      json(response).then((answer) => {
        const { value } = answer as { value: unknown }
        resolve({ ok: response.statusCode === 200, value })
      }, reject)
    })
    outgoing.setTimeout(ANSWER_MS, () => {
      outgoing.destroy(new Error(`WebDriver ${method} ${address} got no answer.`))
    })
    outgoing.on('error', reject)
    outgoing.end(body && JSON.stringify(body))
  })
}
