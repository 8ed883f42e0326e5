import { getConnInfo } from '@hono/node-server/conninfo'
import type { Context } from 'hono'
import { visitorAddress } from './address.ts'

/** The visitor's address: the peer's, or what a trusted proxy says. Other headers are never believed. */
export const addressOf = (context: Context, trusted: readonly string[]): string | null =>
  visitorAddress(
    getConnInfo(context).remote.address,
    context.req.header('x-forwarded-for'),
    trusted,
  )
