import { parse } from '../local-text.ts'

const LONGEST_MS = 15_000

/** What a ledger answered. */
export interface Answer {
  /** Undefined where there was no answer, or none in time. */
  readonly status?: number
  /** Undefined for what is not JSON. */
  readonly body?: unknown
  /** Milliseconds that the ledger wants to be left alone. */
  readonly retryAfterMs?: number | undefined
}

/** How a request is made. */
export interface Sending {
  /** Goes on when the page is left. */
  readonly keepalive: boolean
  readonly signal?: AbortSignal | undefined
}

/**
 * Sends JSON to a ledger. As plain text, because that needs no preflight, for which a page that is left
 * has no time; without the browser's cookies elsewhere; and following no redirect, because nobody but the
 * ledger is to get it. It never throws.
 */
export async function post(
  url: string,
  body: string,
  { keepalive, signal }: Sending,
): Promise<Answer> {
  const ending = new AbortController()
  const end = (): void => ending.abort()
  const timer = setTimeout(end, LONGEST_MS)
  signal?.addEventListener('abort', end, { once: true })
  try {
    const response = await fetch(url, {
      method: 'POST',
      body,
      keepalive,
      signal: ending.signal,
      credentials: 'same-origin',
      redirect: 'error',
      cache: 'no-store',
      // The ledger goes by the origin, whatever the page's own policy.
      referrerPolicy: 'strict-origin',
    })
    const retryAfterMs = waitOf(response.headers.get('retry-after'))
    return { status: response.status, retryAfterMs, body: parse(await response.text()) }
  } catch {
    return {}
  } finally {
    clearTimeout(timer)
    signal?.removeEventListener('abort', end)
  }
}

/** Sends JSON from a page that is left, and hears of no answer. */
export function postLast(url: string, body: string): void {
  if ('keepalive' in Request.prototype) void post(url, body, { keepalive: true })
  else navigator.sendBeacon(url, body)
}

// Seconds, or a date (RFC 9110, section 10.2.3).
function waitOf(text: string | null): number | undefined {
  if (!text) return undefined
  const ms = /^\d+$/.test(text) ? Number(text) * 1e3 : Date.parse(text) - Date.now()
  return ms >= 0 ? ms : undefined
}
