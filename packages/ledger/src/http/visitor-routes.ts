import type { ConsentRecord } from '@kelisim/core/consent-record'
import { type Context, Hono, type MiddlewareHandler } from 'hono'
import { BadInput } from '../record/bad-input.ts'
import { currentOf } from '../record/current.ts'
import { isConsentId } from '../record/is-consent-id.ts'
import { sha256 } from '../record/sha256.ts'
import type { Service } from '../service/service.ts'
import { genesis } from '../chain/link.ts'
import { type Entry, readChain, readSecret } from '../store/read.ts'
import { addText, isAskedFor } from '../store/texts.ts'
import { agentFamily } from './agent.ts'
import { reduceAddress } from './address.ts'
import { readEnvelope } from './envelope.ts'
import type { Limits } from './limits.ts'
import { allowOrigin, checkOrigin } from './origin.ts'
import { addressOf } from './peer.ts'
import { limitBody, readJson } from './request-body.ts'
import { bearer, findToken, isSame } from './tokens.ts'
import { type Visit, writeRecords } from './write-records.ts'

const PAGE = 100
const TEXT_BYTES = 1_048_576 * 1.1

/** Routes that pages of visitors use. */
export function visitorRoutes(service: Service, limits: Limits): Hono {
  const app = new Hono()
  const limited: MiddlewareHandler = async (context, next) => {
    const origin = checkOrigin(context.req.header('origin'), service.config.origins)
    allowOrigin(context, origin)
    await limits.take(addressOf(context, service.config.trustProxy), origin)
    return next()
  }

  app.post('/v1/records', limited, limitBody(), async (context) => {
    const envelope = readEnvelope(await readJson(context))
    const { results, cookie } = await writeRecords(service, envelope, visitOf(service, context))
    if (cookie) context.header('set-cookie', cookie)
    const status = Math.max(...results.map((result) => result.status))
    return context.json({ results }, status as 200)
  })

  app.get('/v1/records/:consentId', async (context) => {
    const origin = context.req.header('origin')
    if (origin !== undefined) allowOrigin(context, checkOrigin(origin, service.config.origins))
    await limits.take(addressOf(context, service.config.trustProxy), origin ?? '')
    const consentId = context.req.param('consentId')
    await checkPossession(service, consentId, bearer(context.req.header('authorization')))
    const after = Number(context.req.query('after') ?? 0)
    if (!Number.isSafeInteger(after) || after < 0)
      throw new BadInput(400, 'invalid-query', '"after" is a sequence, such as 100.', 'after')
    return context.json(
      ownRecords(consentId, await readChain(service.store.serving, consentId), after),
    )
  })

  app.post('/v1/texts', chooseSender(service, limited), async (context) => {
    const isOperator = context.req.header('authorization') !== undefined
    const body = (await readJson(context)) as { text?: unknown } | null
    if (typeof body?.text !== 'string' || Object.keys(body).length !== 1)
      throw new BadInput(400, 'invalid-request', 'Send {"text": "…"}.', 'text')
    const { serving } = service.store
    if (!isOperator && !(await isAskedFor(serving, sha256(body.text))))
      throw new BadInput(404, 'not-asked-for', 'No stored record names this text.')
    const source = isOperator ? 'operator' : 'visitor'
    const { sha256: hash, isNew } = await addText(serving, body.text, source, service.now())
    return context.json({ sha256: hash }, isNew ? 201 : 200)
  })
  return app
}

/** An operator may send longer texts, and from anywhere. */
function chooseSender({ config, now }: Service, limited: MiddlewareHandler): MiddlewareHandler {
  const [short, long] = [limitBody(), limitBody(TEXT_BYTES)]
  return async (context, next) => {
    const authorization = context.req.header('authorization')
    if (authorization === undefined)
      return limited(context, async () => void (await short(context, next)))
    findToken(authorization, config.tokens, now())
    return long(context, next)
  }
}

function visitOf({ config }: Service, context: Context): Visit {
  const { ip, ipKey, agent, trustProxy } = config
  const origin = context.req.header('origin') ?? ''
  return {
    site: origin,
    ip: reduceAddress(addressOf(context, trustProxy), ip, ipKey),
    agent: agentFamily(context.req.header('user-agent'), agent),
    sender: {
      origin,
      host: context.req.header('host'),
      fetchSite: context.req.header('sec-fetch-site'),
    },
  }
}

/** An id that is not known and a secret that is wrong look the same and take the same time. */
async function checkPossession(service: Service, consentId: string, secret: string): Promise<void> {
  const stored = isConsentId(consentId)
    ? await readSecret(service.store.serving, consentId)
    : undefined
  const isOwn = isSame(sha256(secret), stored ?? '')
  if (!isOwn || !stored) throw new BadInput(404, 'not-found', 'No records for this id and secret.')
}

function ownRecords(consentId: string, chain: readonly Entry[], after: number): object {
  const records = chain.map((entry) =>
    entry.record === null ? null : (JSON.parse(entry.record) as ConsentRecord),
  )
  const current = currentOf(records.filter((record) => record !== null))
  return {
    consentId,
    current: current?.recordId ?? null,
    records: chain
      .map((entry, index) => ({
        sequence: entry.sequence,
        receivedAt: new Date(entry.received_at).toISOString(),
        hash: entry.hash,
        previous: chain[index - 1]?.hash ?? genesis(consentId),
        skewSeconds: skewOf(entry),
        removed: entry.record === null,
        record: records[index] ?? null,
      }))
      .filter(({ sequence }) => sequence > after)
      .slice(0, PAGE),
  }
}

const skewOf = ({ context }: Entry): number =>
  context === null ? 0 : (JSON.parse(context) as { skewSeconds: number }).skewSeconds
