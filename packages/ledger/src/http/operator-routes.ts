import { type Context, Hono } from 'hono'
import { BadInput } from '../record/bad-input.ts'
import { isConsentId } from '../record/is-consent-id.ts'
import { pseudonym } from '../record/pseudonym.ts'
import type { Service } from '../service/service.ts'
import { readChain, readSubject } from '../store/read.ts'
import { erase } from '../store/remove.ts'
import { readMissingTexts, readStats } from '../store/stats.ts'
import type { RemovalRow } from '../store/tables.ts'
import { readTexts } from '../store/texts.ts'
import { exportBody } from './export-body.ts'
import { linkLine } from './export-lines.ts'
import { queryTime, spanOf } from './query.ts'
import { findToken, type Token } from './tokens.ts'

type Operator = { Variables: { token: Token } }

const PATHS = [
  '/v1/subjects',
  '/v1/subjects/:consentId',
  '/v1/export',
  '/v1/stats',
  '/v1/texts/:sha256',
  '/metrics',
]

/** Routes that need an operator's token. */
export function operatorRoutes(service: Service): Hono<Operator> {
  const { serving } = service.store
  const app = new Hono<Operator>()
  app.on(['GET', 'DELETE'], PATHS, async (context, next) => {
    const { tokens } = service.config
    context.set('token', findToken(context.req.header('authorization'), tokens, service.now()))
    return next()
  })

  app.get('/v1/subjects/:consentId', async (context) => {
    const consentId = idOf(context)
    return context.json(await subject(service, consentId, context.get('token').site))
  })
  app.get('/v1/subjects', async (context) => {
    const { site } = context.get('token')
    return context.json({ consentIds: await readSubject(serving, subjectOf(context), site) })
  })
  app.delete('/v1/subjects/:consentId', async (context) => {
    const removal = await eraseOne(service, idOf(context), context.get('token'))
    return context.json({ removal })
  })
  app.delete('/v1/subjects', async (context) => {
    const token = context.get('token')
    const ids = await readSubject(serving, subjectOf(context), token.site)
    const removals = []
    for (const id of ids) removals.push(await eraseOne(service, id, token))
    return context.json({ removals })
  })
  app.get('/v1/export', (context) => {
    const format = context.req.query('format') ?? 'jsonl'
    if (format !== 'jsonl' && format !== 'csv')
      throw new BadInput(400, 'invalid-query', '"format" is jsonl or csv.', 'format')
    const selection = {
      from: queryTime(context, 'from'),
      to: queryTime(context, 'to'),
      site: siteOf(context),
    }
    context.header('content-disposition', `attachment; filename="records.${format}"`)
    context.header(
      'content-type',
      format === 'csv' ? 'text/csv; charset=utf-8' : 'application/x-ndjson; charset=utf-8',
    )
    return context.body(exportBody(service, format, selection))
  })
  app.get('/v1/stats', async (context) => {
    const span = { ...spanOf(context, service.now()), site: siteOf(context) }
    const day = (time: number) => new Date(time).toISOString().slice(0, 10)
    return context.json({
      from: day(span.from),
      to: day(span.to - 1),
      ...(await readStats(serving, span)),
      missingTexts: await readMissingTexts(serving, span),
    })
  })
  app.get('/v1/texts/:sha256', async (context) => {
    const [row] = await readTexts(serving, [context.req.param('sha256').slice(0, 64)])
    if (!row) throw new BadInput(404, 'not-found', 'No text with this hash.')
    const { sha256, text, source, added_at } = row
    return context.json({ sha256, text, source, addedAt: new Date(added_at).toISOString() })
  })
  app.get('/metrics', async (context) => {
    const { registry } = service.metrics
    context.header('content-type', registry.contentType)
    return context.body(await registry.metrics())
  })
  return app
}

async function subject({ store }: Service, consentId: string, site?: string): Promise<object> {
  const chain = (await readChain(store.serving, consentId)).filter(
    (entry) => !site || entry.site === site,
  )
  if (chain.length === 0) throw new BadInput(404, 'not-found', 'No records under this consent id.')
  const records = chain.map((entry) => {
    const { type: _, ...rest } = linkLine(entry)
    return {
      ...rest,
      receivedAt: new Date(entry.received_at).toISOString(),
      subject: entry.subject,
    }
  })
  const hashes = records.map(
    ({ record }) => (record as { shownSha256?: string } | null)?.shownSha256,
  )
  const rows = await readTexts(
    store.serving,
    hashes.filter((hash) => hash !== undefined),
  )
  const found = new Map(rows.map((row) => [row.sha256, row.text]))
  const texts = Object.fromEntries(
    hashes.flatMap((hash) => (hash ? [[hash, found.get(hash) ?? null]] : [])),
  )
  return { consentId, records, texts }
}

async function eraseOne(
  service: Service,
  consentId: string,
  { name, site }: Token,
): Promise<object> {
  if (site) await checkSite(service, consentId, site)
  const removal = await erase(service.store, consentId, service.now())
  service.metrics.removed.inc({ reason: 'erasure' }, removal.count)
  service.log.info({ removal: removal.removal_id, count: removal.count, token: name }, 'erased')
  return proof(removal)
}

/** A token of one site erases what is of that site only. */
async function checkSite({ store }: Service, consentId: string, site: string): Promise<void> {
  const chains = [consentId, pseudonym(consentId)].map((id) => readChain(store.serving, id))
  const entries = (await Promise.all(chains)).flat()
  if (entries.length === 0 || entries.some((entry) => entry.site !== site))
    throw new BadInput(403, 'not-your-site', 'The token is for another site.')
}

const proof = ({ removal_id: id, at, reason, count, digest }: RemovalRow) => ({
  id,
  at: new Date(at).toISOString(),
  reason,
  count,
  digest,
})

function idOf(context: Context): string {
  const id = context.req.param('consentId') ?? ''
  if (isConsentId(id)) return id
  throw new BadInput(400, 'invalid-id', 'A consent id is a UUIDv7 in lower case.', 'consentId')
}

function subjectOf(context: Context): string {
  const subject = context.req.query('subject') ?? ''
  // oxlint-disable-next-line no-control-regex
  if (/^[^\0-\x1f]{1,128}$/u.test(subject)) return subject
  throw new BadInput(400, 'invalid-query', '"subject" has 1 to 128 characters.', 'subject')
}

/** The site asked for; a token of one site sees that only. */
function siteOf(context: Context<Operator>): string | undefined {
  const { site } = context.get('token')
  const asked = context.req.query('site')
  if (site && asked && asked !== site)
    throw new BadInput(403, 'not-your-site', 'The token is for another site.')
  return site ?? asked?.slice(0, 260)
}
