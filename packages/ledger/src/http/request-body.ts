import type { Context, MiddlewareHandler } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { BadInput } from '../record/bad-input.ts'
import { parseJson } from '../record/parse-json.ts'

/** Bytes of a visitor's request. */
export const MOST_BYTES = 16_384

/** Refuses bodies that are too long, before and while they are read. */
export const limitBody = (maxSize: number = MOST_BYTES): MiddlewareHandler =>
  bodyLimit({
    maxSize,
    onError() {
      throw new BadInput(
        413,
        'too-large',
        `The body has more than ${maxSize} bytes: send less at once.`,
      )
    },
  })

// A page that is being closed has no time for the preflight that application/json asks for.
const TYPES = /^(application\/json|text\/plain)(\s*;\s*charset="?utf-8"?)?$/i

/**
 * Reads a request's body as JSON.
 *
 * @throws {BadInput} 415 for another type, another charset or a compressed body; 400 for what is not JSON.
 */
export async function readJson(context: Context): Promise<unknown> {
  const encoding = context.req.header('content-encoding')
  if (encoding !== undefined && encoding !== 'identity')
    throw new BadInput(415, 'unsupported-encoding', 'Send the body without Content-Encoding.')
  if (!TYPES.test(context.req.header('content-type') ?? ''))
    throw new BadInput(
      415,
      'unsupported-type',
      'Send JSON in UTF-8: Content-Type: application/json or text/plain.',
    )
  return parseJson(new Uint8Array(await context.req.arrayBuffer()))
}
