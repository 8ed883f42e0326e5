import type { Context } from 'hono'
import type { Logger } from 'pino'
import { BadInput } from '../record/bad-input.ts'
import { Overloaded } from '../store/coalesce.ts'

const RETRY_SECONDS = 5

/**
 * Turns what was thrown into an answer. What is not the sender's fault is 503 and may be tried again: records
 * that were not confirmed stay in the sender's outbox.
 */
export function answerError(error: unknown, context: Context, log: Logger): Response {
  const known = error instanceof BadInput ? error : unavailable(error, log)
  const { status, code, field, message, retryAfter } = known
  if (retryAfter > 0) context.header('retry-after', `${retryAfter}`)
  if (status === 401) context.header('www-authenticate', 'Bearer')
  return context.json({ error: { code, ...(field && { field }), message } }, status)
}

function unavailable(error: unknown, log: Logger): BadInput {
  const isLoad = error instanceof Overloaded
  // Messages of databases may quote rows, so only the code and the place are logged.
  const { code, stack = '' } = (error ?? {}) as { code?: unknown; stack?: string }
  if (!isLoad) log.error({ code, at: stack.split('\n').slice(1, 4) }, 'not available')
  return new BadInput(
    503,
    isLoad ? 'overloaded' : 'unavailable',
    'The record was not stored: try again after Retry-After.',
    '',
    isLoad ? 1 : RETRY_SECONDS,
  )
}
