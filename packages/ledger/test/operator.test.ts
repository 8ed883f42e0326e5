import { randomBytes } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { createApp } from '../src/http/app.ts'
import { asOperator, newLedger, TOKEN } from './ledger.ts'
import { itemOf, newVisitor, SITE, writingOf } from './records.ts'
import { KINDS } from './stores.ts'
import { append } from '../src/store/append.ts'

const OTHER = 'https://school.kz'
const DAY_MS = 864e5
/** What anybody may ask; all other routes need a token. */
const OPEN = [
  'OPTIONS /v1/records',
  'OPTIONS /v1/records/:consentId',
  'OPTIONS /v1/texts',
  'GET /healthz',
  'GET /readyz',
  'GET /v1/openapi.json',
  'GET /admin',
  'GET /admin/',
  'GET /admin/admin.js',
  'GET /admin/admin.css',
  'POST /v1/records',
  'GET /v1/records/:consentId',
  'POST /v1/texts',
]

test('lets nobody without a valid token through any route that is not open to all', async () => {
  const secrets = { site: randomBytes(20).toString('hex'), old: randomBytes(20).toString('hex') }
  const tokens = [
    { name: 'operator', secret: TOKEN },
    { name: 'old', secret: secrets.old, expiresAt: Date.now() - 1000 },
  ]
  const ledger = await newLedger({ config: { tokens } })
  const routes = createApp(ledger.service)
    .routes.filter(({ method }) => method !== 'ALL')
    .map(({ method, path }) => `${method} ${path}`)
  const guarded = [...new Set(routes)].filter((route) => !OPEN.includes(route))
  expect(guarded.length).toBeGreaterThan(6)
  const headers = [
    {},
    { authorization: 'Bearer ' },
    { authorization: `Basic ${TOKEN}` },
    { authorization: `Bearer ${TOKEN.slice(1)}` },
    { authorization: `Bearer ${TOKEN}0` },
    { authorization: `Bearer ${secrets.old}` },
    { authorization: `Bearer ${'x'.repeat(400)}` },
    { cookie: `token=${TOKEN}` },
  ]
  for (const route of guarded) {
    const [method = '', path = ''] = route.split(' ')
    const address = path
      .replace(':consentId', newVisitor().consentId)
      .replace(':sha256', '0'.repeat(64))
    for (const header of headers) {
      const answer = await ledger.send(`${address}?token=${TOKEN}&subject=x`, {
        method,
        headers: header as never,
      })
      expect([route, header, answer.status]).toEqual([route, header, 401])
    }
    const answer = await ledger.send(`${address}?subject=x`, { method, ...asOperator() })
    expect([route, [200, 404].includes(answer.status)]).toEqual([route, true])
  }
})

test('shows a token of one site only what is of that site', async () => {
  const secret = randomBytes(20).toString('hex')
  const tokens = [
    { name: 'operator', secret: TOKEN },
    { name: 'school', secret, site: OTHER },
  ]
  const ledger = await newLedger({ config: { tokens, origins: [SITE, OTHER] } })
  const [shopper, pupil] = [newVisitor(), newVisitor()]
  await ledger.post({ ...itemOf(shopper), subject: 'one' })
  await ledger.post({ ...itemOf(pupil), subject: 'one' }, { headers: { origin: OTHER } })
  const see = (path: string, method = 'GET') => ledger.send(path, { method, ...asOperator(secret) })
  expect((await see('/v1/export')).text).not.toContain(shopper.consentId)
  expect((await see('/v1/export')).text).toContain(pupil.consentId)
  expect((await see('/v1/export?format=csv')).text).not.toContain(shopper.consentId)
  expect((await see('/v1/stats')).json.choices).toMatchObject([{ site: OTHER, count: 1 }])
  expect((await see('/v1/subjects?subject=one')).json.consentIds).toEqual([pupil.consentId])
  expect((await see(`/v1/export?site=${SITE}`)).status).toBe(403)
  expect((await see(`/v1/subjects/${shopper.consentId}`)).status).toBe(404)
  expect((await see(`/v1/subjects/${shopper.consentId}`, 'DELETE')).status).toBe(403)
  expect((await see(`/v1/subjects/${pupil.consentId}`, 'DELETE')).status).toBe(200)
})

test('answers the same to an id that is not known and to a secret that is wrong', async () => {
  const ledger = await newLedger()
  const visitor = newVisitor()
  await ledger.post(itemOf(visitor))
  const ask = (id: string, secret: string) => ledger.send(`/v1/records/${id}`, asOperator(secret))
  const wrong = await ask(visitor.consentId, '0'.repeat(24))
  const unknown = await ask(newVisitor().consentId, visitor.secret)
  const none = await ledger.send(`/v1/records/${visitor.consentId}`)
  expect(wrong).toMatchObject({ status: 404, text: unknown.text })
  expect(none).toMatchObject({ status: 404, text: unknown.text })
  // The operator's token is no visitor's secret.
  expect(await ask(visitor.consentId, TOKEN)).toMatchObject({ status: 404 })
  expect(await ask(visitor.consentId, visitor.secret)).toMatchObject({ status: 200 })
})

test('changes nothing for a GET, and tells which methods a path has', async () => {
  const ledger = await newLedger()
  const visitor = newVisitor()
  await ledger.post(itemOf(visitor))
  for (const path of ['/v1/records', `/v1/subjects/${visitor.consentId}`]) {
    const answer = await ledger.send(path, { method: 'PATCH', ...asOperator() })
    expect(answer.status).toBe(405)
    expect(answer.headers.get('allow')).toBeTruthy()
  }
  await ledger.send(`/v1/subjects/${visitor.consentId}?_method=DELETE`, asOperator())
  expect((await ledger.send(`/v1/subjects/${visitor.consentId}`, asOperator())).status).toBe(200)
})

test('takes from queries only what it knows, within limits', async () => {
  const ledger = await newLedger()
  const status = async (path: string) => (await ledger.send(path, asOperator())).status
  for (const query of ['format=xml', 'from=yesterday', 'to=2026-13-01', 'from=1e9'])
    expect([query, await status(`/v1/export?${query}`)]).toEqual([query, 400])
  for (const query of ['from=2000-01-01', 'from=2026-11-02&to=2026-11-01', 'to=x'])
    expect([query, await status(`/v1/stats?${query}`)]).toEqual([query, 400])
  const visitor = newVisitor()
  await ledger.post(itemOf(visitor))
  const own = `/v1/records/${visitor.consentId}`
  for (const after of ['-1', '1.5', '1e99', 'x', '1;DROP TABLE records', '9'.repeat(40)]) {
    const { status } = await ledger.send(`${own}?after=${after}`, asOperator(visitor.secret))
    expect([after, status]).toEqual([after, 400])
  }
  // Nothing else is read from a query.
  const sorted = `${own}?sort=hash&order=desc&limit=0&cursor=x`
  const { json } = await ledger.send(sorted, asOperator(visitor.secret))
  expect(json.records).toHaveLength(1)
  expect(await status('/v1/subjects')).toBe(400)
  expect(await status('/v1/subjects/1')).toBe(400)
})

test('answers with strict headers, and with markup as text', async () => {
  const ledger = await newLedger()
  const visitor = newVisitor()
  const markup = '<img src=x onerror=alert(1)>'
  await ledger.post({ ...itemOf(visitor, { operator: { name: markup } }), subject: markup })
  const paths = [
    `/v1/subjects/${visitor.consentId}`,
    '/v1/export',
    '/v1/export?format=csv',
    '/nope',
  ]
  for (const path of paths) {
    const { headers } = await ledger.send(path, asOperator())
    expect(headers.get('content-type')).not.toContain('html')
    expect(headers.get('x-content-type-options')).toBe('nosniff')
    expect(headers.get('content-security-policy')).toContain("default-src 'none'")
    expect(headers.get('cache-control')).toBe('no-store')
    expect(headers.get('strict-transport-security')).toBeNull()
  }
})

test('serves the operator’s page with nothing inline, and nothing about anybody in it', async () => {
  const ledger = await newLedger()
  await ledger.post(itemOf(newVisitor()))
  const bare = await ledger.send('/admin')
  expect([bare.status, bare.headers.get('location')]).toEqual([308, 'admin/'])
  const { status, text, headers } = await ledger.send('/admin/')
  expect(status).toBe(200)
  expect(headers.get('content-type')).toBe('text/html; charset=UTF-8')
  const policy = headers.get('content-security-policy') ?? ''
  for (const rule of ["default-src 'none'", "script-src 'self'", "style-src 'self'"])
    expect(policy.split('; ')).toContain(rule)
  expect(policy).toContain("frame-ancestors 'none'")
  expect(policy).not.toContain('unsafe')
  expect(headers.get('x-content-type-options')).toBe('nosniff')
  expect(headers.get('referrer-policy')).toBe('no-referrer')
  expect(headers.get('cache-control')).toBe('no-store')
  expect(headers.get('set-cookie')).toBeNull()
  expect(text).not.toMatch(/<style|style=|\son\w+=|<script[^>]*>[^<]/)
  expect((await ledger.send('/admin/..%2fcli.js')).status).toBe(404)
})

describe.each(KINDS)('on %s', (kind) => {
  test('counts choices per day, language, version and category, and nothing of visitors', async () => {
    const ledger = await newLedger({ kind })
    const now = Date.now()
    const visitors = Array.from({ length: 6 }, () => newVisitor())
    await append(
      ledger.service.store.serving,
      visitors.map((visitor, index) =>
        writingOf(
          visitor,
          { language: index < 4 ? 'kk' : 'ru', categories: { analytics: index % 2 === 0 } },
          now - (index === 5 ? 3 : 1) * DAY_MS,
        ),
      ),
    )
    const { json, text } = await ledger.send('/v1/stats', asOperator())
    const day = new Date(now - DAY_MS).toISOString().slice(0, 10)
    expect(json.choices).toContainEqual(expect.objectContaining({ day, language: 'kk', count: 4 }))
    expect(json.categories).toContainEqual(
      expect.objectContaining({
        day,
        language: 'kk',
        category: 'analytics',
        allowed: 2,
        refused: 2,
      }),
    )
    expect(json.categories).toHaveLength(3)
    for (const { consentId } of visitors) expect(text).not.toContain(consentId)
  })
})

test('has metrics without anything of visitors, and logs no body, token or address', async () => {
  const ledger = await newLedger()
  const visitor = newVisitor()
  const item = { ...itemOf(visitor), subject: 'evil\r\n\u001b[31m{"level":60}' }
  await ledger.post(item)
  await ledger.post(item, { headers: { 'user-agent': 'x\u001b[31m' } }).catch(() => undefined)
  await ledger.send(`/v1/subjects/${visitor.consentId}`, { method: 'DELETE', ...asOperator() })
  const { text } = await ledger.send('/metrics', asOperator())
  expect(text).toContain('kelisim_ledger_records_total{outcome="stored"} 1')
  expect(text).toContain('route="/v1/subjects/:consentId"')
  const said = text + ledger.logged.join('')
  for (const secret of [visitor.consentId, visitor.secret, TOKEN, 'evil', '\u001b', '127.0.0.1"}'])
    expect(said).not.toContain(secret)
  for (const line of ledger.logged) expect(line.trim().split('\n')).toHaveLength(1)
})

test('describes every route in its OpenAPI document', async () => {
  const ledger = await newLedger()
  const { json } = await ledger.send('/v1/openapi.json')
  const described = Object.entries(json.paths).flatMap(([path, methods]) =>
    Object.keys(methods as object).map((method) => `${method.toUpperCase()} ${path}`),
  )
  const routes = createApp(ledger.service)
    .routes.filter(({ method }) => method !== 'ALL' && method !== 'OPTIONS')
    .map(({ method, path }) => `${method} ${path.replaceAll(/:(\w+)/g, '{$1}')}`)
    // The operator's page is no part of the API.
    .filter((route) => !route.startsWith('GET /admin'))
    // The token of a path is asked for with both methods, where there is one.
    .filter((route) => !/^DELETE (\/metrics|\/v1\/(export|stats|texts))/.test(route))
  expect(new Set(described)).toEqual(new Set(routes))
})
