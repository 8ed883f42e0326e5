import type { Context } from 'hono'
import { BadInput } from '../record/bad-input.ts'

/**
 * Takes an origin from the list of those allowed.
 *
 * @param origin The request's `Origin` header.
 * @throws {BadInput} 403 for one that is not exactly in the list, for `null` and for none.
 */
export function checkOrigin(origin: string | undefined, allowed: readonly string[]): string {
  if (origin !== undefined && allowed.includes(origin)) return origin
  throw new BadInput(
    403,
    'origin-not-allowed',
    'Only pages of the configured origins may write: add the page\'s origin with "--origin".',
  )
}

/** Lets the page of an origin read the answer; never with the browser's cookies. */
export function allowOrigin(context: Context, origin: string): void {
  context.header('access-control-allow-origin', origin)
  context.header('access-control-expose-headers', 'retry-after')
  context.header('vary', 'Origin')
}

/** Answers the preflight of an allowed origin; nothing is read or written. */
export function preflight(context: Context, allowed: readonly string[]): Response {
  allowOrigin(context, checkOrigin(context.req.header('origin'), allowed))
  context.header('access-control-allow-methods', 'GET, POST')
  context.header('access-control-allow-headers', 'authorization, content-type')
  context.header('access-control-max-age', '86400')
  return context.body(null, 204)
}
