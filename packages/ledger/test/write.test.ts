import { createHash } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { asOperator, newLedger, type TestLedger } from './ledger.ts'
import { itemOf, newVisitor, SITE } from './records.ts'
import { KINDS } from './stores.ts'

const DAY_MS = 864e5
const rowsOf = async ({ send }: TestLedger) =>
  (await send('/v1/export', asOperator())).text
    .split('\n')
    .filter((line) => line.includes('"link"'))

describe.each(KINDS)('on %s', (kind) => {
  test('stores a record and shows it to the holder of the secret', async () => {
    const ledger = await newLedger({ kind })
    const visitor = newVisitor()
    const item = itemOf(visitor)
    const { status, json } = await ledger.post(item)
    expect(status).toBe(201)
    expect(json.results).toMatchObject([
      { recordId: item.record.recordId, status: 201, outcome: 'stored', sequence: 1 },
    ])
    const own = await ledger.send(`/v1/records/${visitor.consentId}`, asOperator(visitor.secret))
    expect(own.json).toMatchObject({
      consentId: visitor.consentId,
      current: item.record.recordId,
      records: [{ sequence: 1, hash: json.results[0].hash, removed: false, record: item.record }],
    })
  })

  test('tells about each record of a batch by itself', async () => {
    const ledger = await newLedger({ kind })
    const [visitor, other] = [newVisitor(), newVisitor()]
    const item = itemOf(visitor)
    const broken = { ...itemOf(visitor), record: { ...item.record, event: 'maybe' } }
    const records = [item, broken, item, itemOf(other)]
    const { status, json } = await ledger.post({ records })
    expect(status).toBe(422)
    expect(json.results).toMatchObject([
      { outcome: 'stored' },
      { outcome: 'invalid', error: { code: 'invalid-record', field: 'records[1].record.event' } },
      { outcome: 'known' },
      { outcome: 'stored' },
    ])
  })

  test('keeps one row of one record that is sent fifty times at once', async () => {
    const ledger = await newLedger({ kind })
    const item = itemOf(newVisitor())
    const answers = await Promise.all(Array.from({ length: 50 }, () => ledger.post(item)))
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(1)
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(49)
    expect(new Set(answers.map(({ json }) => json.results[0].hash)).size).toBe(1)
    expect(await rowsOf(ledger)).toHaveLength(1)
  })

  test('answers 409 to another record under the same id, and 403 to a grant for somebody else', async () => {
    const ledger = await newLedger({ kind })
    const visitor = newVisitor()
    const item = itemOf(visitor)
    await ledger.post(item)
    const other = { ...item, record: { ...item.record, event: 'refused' } }
    expect(await ledger.post(other)).toMatchObject({ status: 409 })
    const forged = { ...itemOf(visitor), secret: '0'.repeat(24) }
    expect(await ledger.post(forged)).toMatchObject({
      status: 403,
      json: { results: [{ outcome: 'not-yours' }] },
    })
    expect(await rowsOf(ledger)).toHaveLength(1)
  })

  test('stays withdrawn when an older grant is replayed or arrives late', async () => {
    const ledger = await newLedger({ kind })
    const visitor = newVisitor()
    const now = Date.now()
    const [grant, late, withdrawal] = [
      itemOf(visitor, {}, now - 9000),
      itemOf(visitor, {}, now - 6000),
      itemOf(visitor, { event: 'withdrawn', categories: { analytics: false } }, now - 3000),
    ]
    for (const item of [grant, withdrawal, grant, late]) await ledger.post(item)
    const own = await ledger.send(`/v1/records/${visitor.consentId}`, asOperator(visitor.secret))
    expect(own.json.records).toHaveLength(3)
    expect(own.json.current).toBe(withdrawal?.record.recordId)
  })

  test('stores a text once, and only if a record names it', async () => {
    const ledger = await newLedger({ kind })
    const text = 'Файлы cookie: <b>рұқсат</b> беру'
    const shownSha256 = createHash('sha256').update(text).digest('hex')
    const send = () =>
      ledger.send('/v1/texts', {
        method: 'POST',
        headers: { origin: SITE, 'content-type': 'application/json' },
        body: JSON.stringify({ text }),
      })
    expect(await send()).toMatchObject({ status: 404 })
    const visitor = newVisitor()
    const missing = await ledger.post(itemOf(visitor, { shownSha256 }))
    expect(missing.json.results).toMatchObject([{ outcome: 'stored', text: 'missing' }])
    const stats = await ledger.send('/v1/stats', asOperator())
    expect(stats.json.missingTexts).toEqual([{ sha256: shownSha256, count: 1 }])
    expect(await send()).toMatchObject({ status: 201, json: { sha256: shownSha256 } })
    expect(await send()).toMatchObject({ status: 200 })
    const known = await ledger.post(itemOf(visitor, { shownSha256 }))
    expect(known.json.results).toMatchObject([{ text: 'known' }])
    const subject = await ledger.send(`/v1/subjects/${visitor.consentId}`, asOperator())
    expect(subject.json.texts).toEqual({ [shownSha256]: text })
  })

  test('takes its own clock for the truth and notes how wrong the visitor’s is', async () => {
    const ledger = await newLedger({ kind })
    const visitor = newVisitor()
    const wrong = Date.now() + 365 * DAY_MS
    const before = Date.now()
    await ledger.post({ ...itemOf(visitor, {}, wrong), sentAt: new Date(wrong).toISOString() })
    const own = await ledger.send(`/v1/records/${visitor.consentId}`, asOperator(visitor.secret))
    const [record] = own.json.records
    expect(Date.parse(record.receivedAt) - before).toBeLessThan(5000)
    expect(record.record.at).toBe(new Date(wrong).toISOString().replace(/\d{3}Z/, (end) => end))
    expect(Math.round(record.skewSeconds / 86_400)).toBe(365)
  })

  test('links devices of a signed-in visitor by the site’s own id', async () => {
    const ledger = await newLedger({ kind })
    const [phone, laptop, stranger] = [newVisitor(), newVisitor(), newVisitor()]
    for (const visitor of [phone, laptop])
      await ledger.post({ ...itemOf(visitor), subject: 'user-7' })
    const other = await ledger.post({ ...itemOf(stranger), subject: 'user-8' })
    expect([other.status, ledger.logged]).toEqual([201, expect.anything()])
    const linked = await ledger.send('/v1/subjects?subject=user-7', asOperator())
    expect(new Set(linked.json.consentIds)).toEqual(new Set([phone.consentId, laptop.consentId]))
    const erased = await ledger.send('/v1/subjects?subject=user-7', {
      method: 'DELETE',
      ...asOperator(),
    })
    expect(erased.json.removals).toMatchObject([{ count: 1 }, { count: 1 }])
    expect(await ledger.post(itemOf(phone))).toMatchObject({ status: 410 })
    expect(await rowsOf(ledger)).toHaveLength(3)
  })
})

test('stores nothing for an origin that is not in the list, for "null" and for none', async () => {
  const ledger = await newLedger()
  const origins = [
    'null',
    'https://evil-site.kz',
    'https://shop.kz.evil.com',
    'http://shop.kz',
    'https://shop.kz:8443',
    'https://SHOP.kz',
    '',
  ]
  for (const origin of origins) {
    const answer = await ledger.post(itemOf(newVisitor()), { headers: { origin } })
    expect([origin, answer.status]).toEqual([origin, 403])
    expect(answer.headers.get('access-control-allow-origin')).toBeNull()
  }
  const { status } = await ledger.send('/v1/records', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(itemOf(newVisitor())),
  })
  expect(status).toBe(403)
  expect(await rowsOf(ledger)).toEqual([])
})

test('needs nothing that a cached page could have out of date', async () => {
  const ledger = await newLedger()
  const headers = { cookie: 'session=stale', 'x-csrf-token': 'stale', 'if-none-match': '"stale"' }
  expect(await ledger.post(itemOf(newVisitor()), { headers })).toMatchObject({ status: 201 })
  expect(await ledger.post(itemOf(newVisitor()))).toMatchObject({ status: 201 })
})

test('stores nothing for a preflight, and allows no credentials', async () => {
  const ledger = await newLedger()
  const ask = (origin: string) =>
    ledger.send('/v1/records', {
      method: 'OPTIONS',
      headers: { origin, 'access-control-request-method': 'POST' },
    })
  const { status, headers } = await ask(SITE)
  expect(status).toBe(204)
  expect(headers.get('access-control-allow-origin')).toBe(SITE)
  expect(headers.get('access-control-allow-credentials')).toBeNull()
  expect(headers.get('vary')).toBe('Origin')
  expect(await ask('https://evil-site.kz')).toMatchObject({ status: 403 })
})

test('answers 429 with the time to wait to one address, and loses nothing of who waits', async () => {
  const ledger = await newLedger({ config: { limitPerAddress: 20 } })
  const answers = await Promise.all(
    Array.from({ length: 60 }, () => ledger.post(itemOf(newVisitor()))),
  )
  const refused = answers.filter(({ status }) => status === 429)
  expect(answers.filter(({ status }) => status === 201)).toHaveLength(20)
  expect(refused).toHaveLength(40)
  expect(refused.every(({ headers }) => Number(headers.get('retry-after')) > 0)).toBe(true)
  expect(await rowsOf(ledger)).toHaveLength(20)
})

test('counts an address by the connection, whatever headers claim', async () => {
  const ledger = await newLedger({ config: { limitPerAddress: 3, ip: 'truncate' } })
  const claims = ['x-forwarded-for', 'client-ip', 'cf-connecting-ip', 'forwarded', 'x-real-ip']
  const visitor = newVisitor()
  const statuses = []
  for (const name of claims) {
    const headers = { [name]: '<script>, 203.0.113.7' }
    statuses.push((await ledger.post(itemOf(visitor), { headers })).status)
  }
  expect(statuses).toEqual([201, 201, 201, 429, 429])
  const { text } = await ledger.send(`/v1/subjects/${visitor.consentId}`, asOperator())
  expect(text).toContain('127.0.0.0/24')
  expect(text).not.toMatch(/203\.0|script/)
})

test('believes X-Forwarded-For of a trusted proxy', async () => {
  const ledger = await newLedger({ config: { trustProxy: ['127.0.0.1'], ip: 'truncate' } })
  const visitor = newVisitor()
  await ledger.post(itemOf(visitor), {
    headers: { 'x-forwarded-for': '198.51.100.9, 203.0.113.7' },
  })
  const { text } = await ledger.send(`/v1/subjects/${visitor.consentId}`, asOperator())
  expect(text).toContain('203.0.113.0/24')
})

test('keeps no address and no exact browser by default', async () => {
  const ledger = await newLedger()
  const visitor = newVisitor()
  const agent = 'Mozilla/5.0 (X11; Linux x86_64; rv:153.0) Gecko/20100101 Firefox/153.0'
  await ledger.post(itemOf(visitor), { headers: { 'user-agent': agent, referer: `${SITE}/?q=1` } })
  const { json, text } = await ledger.send(`/v1/subjects/${visitor.consentId}`, asOperator())
  expect(Object.keys(json.records[0].context).sort()).toEqual(['agent', 'salt', 'skewSeconds'])
  expect(json.records[0].context.agent).toBe('Firefox 153')
  expect(text).not.toMatch(/127\.0\.0|Linux|q=1/)
})
