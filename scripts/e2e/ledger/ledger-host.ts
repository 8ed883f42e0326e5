import { request as httpRequest } from 'node:http'
import type { SiteRequest, SiteResponse } from '../routes.ts'
import type { Site } from '../server.ts'

type Headers = NonNullable<SiteResponse['headers']>

/** A host on which a ledger may be reached, as its proxy sees it. */
export interface LedgerHost {
  /** Where the ledger listens; empty while it is down. */
  target: string
  /** Milliseconds that answers are held back. */
  delayMs: number
  /** What was asked and answered, oldest first; status 0 where there was no answer. */
  readonly calls: { readonly path: string; readonly status: number; readonly cookies: number }[]
}

/**
 * Puts a ledger's API on a host of the site. While it has no target, connections break off.
 *
 * @param mount Address, with a slash at its end.
 */
export function mountLedger(site: Site, mount: string): LedgerHost {
  const host: LedgerHost = { target: '', delayMs: 0, calls: [] }
  for (const path of ['v1/records', 'v1/texts']) {
    site.route(mount + path, async (request) => {
      const response = await forward(`${host.target}/${path}`, request).catch(() => undefined)
      const cookies = response?.headers?.['set-cookie']?.length ?? 0
      host.calls.push({ path, status: response?.status ?? 0, cookies })
      if (!response) throw new Error('The ledger is down.')
      return { ...response, delayMs: host.delayMs }
    })
  }
  return host
}

/** Passes a request on as a proxy does: with all its headers, the host's too. */
function forward(url: string, { method, headers, body }: SiteRequest): Promise<SiteResponse> {
  return new Promise((resolve, reject) => {
    const sent = httpRequest(url, { method, headers }, async (answer) => {
      const chunks: Buffer[] = []
      try {
        for await (const chunk of answer) chunks.push(chunk as Buffer)
      } catch (error) {
        return reject(error as Error)
      }
      // What belongs to the connection ends with it.
      const isKept = ([name]: [string, unknown]) => !/^(connection|transfer-encoding)$/.test(name)
      resolve({
        status: answer.statusCode ?? 502,
        headers: Object.fromEntries(Object.entries(answer.headers).filter(isKept)) as Headers,
        body: Buffer.concat(chunks),
      })
    })
    sent.on('error', reject)
    sent.end(body)
  })
}
