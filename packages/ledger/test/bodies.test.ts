import { connect } from 'node:net'
import { gzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { asOperator, newLedger, type TestLedger } from './ledger.ts'
import { itemOf, newVisitor, SITE } from './records.ts'
import { KINDS } from './stores.ts'

const rowsOf = async ({ send }: TestLedger) =>
  (await send('/v1/export', asOperator())).text
    .split('\n')
    .filter((line) => line.includes('"link"'))

const raw = (ledger: TestLedger, body: BodyInit, headers: Record<string, string> = {}) =>
  ledger.send('/v1/records', {
    method: 'POST',
    body,
    headers: { origin: SITE, 'content-type': 'application/json', ...headers },
    duplex: 'half',
  } as never)

/** Sends bytes as they are, and gives the first line of the answer and the time it took. */
function wire(ledger: TestLedger, bytes: string, isOpen = false): Promise<[string, number]> {
  const started = Date.now()
  return new Promise((resolve, reject) => {
    const socket = connect(ledger.port, '127.0.0.1', () => {
      socket.write(bytes)
      if (!isOpen) socket.end()
    })
    let answer = ''
    socket.on('data', (data) => (answer += data.toString('latin1')))
    socket.on('close', () => resolve([answer, Date.now() - started]))
    socket.on('error', reject)
  })
}
const HEAD = `Host: ledger\r\nOrigin: ${SITE}\r\nContent-Type: application/json\r\n`

test('refuses bodies above 16,384 bytes, with and without a length', async () => {
  const ledger = await newLedger()
  const long = JSON.stringify({ ...itemOf(newVisitor()), subject: 'x'.repeat(16_384) })
  expect(await raw(ledger, long)).toMatchObject({
    status: 413,
    json: { error: { code: 'too-large' } },
  })
  const endless = new ReadableStream<Uint8Array>({
    pull: (controller) => controller.enqueue(new Uint8Array(4096).fill(32)),
  })
  const refused = await raw(ledger, endless as never).catch(() => ({ status: 413 }))
  expect(refused.status).toBe(413)
  expect(await ledger.send('/healthz')).toMatchObject({ status: 200 })
})

test('refuses compressed bodies, other types and other charsets', async () => {
  const ledger = await newLedger()
  const json = JSON.stringify(itemOf(newVisitor()))
  const bomb = gzipSync(Buffer.alloc(1e6))
  const status = async (body: BodyInit, headers: Record<string, string>) =>
    (await raw(ledger, body, headers)).status
  expect(await status(bomb, { 'content-encoding': 'gzip' })).toBe(415)
  expect(await status(json, { 'content-type': 'application/x-www-form-urlencoded' })).toBe(415)
  expect(await status(json, { 'content-type': 'application/json; charset=windows-1251' })).toBe(415)
  expect(await status(json, { 'content-type': 'text/plain;charset=UTF-8' })).toBe(201)
})

test('refuses malformed, deep and ambiguous bodies with the field at fault, and lives', async () => {
  const ledger = await newLedger()
  const item = itemOf(newVisitor())
  const json = JSON.stringify(item)
  const bodies: Record<string, [BodyInit, number, string?]> = {
    'not JSON': ['{"record":', 400],
    empty: ['', 400],
    'a number': ['1', 400],
    null: ['null', 400],
    'not UTF-8': [Buffer.from(json.replace('Пример', '\xff\xfe'), 'latin1'), 400],
    'windows-1251': [Buffer.from(json.replaceAll(/[А-я]/g, '\xcf'), 'latin1'), 400],
    'a key twice': [json.replace('"event"', '"gpc":true,"event"'), 400, 'gpc'],
    'a key twice, escaped': [json.replace('"event"', '"\\u0067pc":true,"event"'), 400, 'gpc'],
    '8,000 deep': ['['.repeat(8000) + ']'.repeat(8000), 400],
    'deep inside': [
      json.replace('"gpc":false', `"gpc":${'['.repeat(7000)}${']'.repeat(7000)}`),
      422,
    ],
    __proto__: [json.replace('"event"', '"__proto__":{"gpc":true},"event"'), 422],
    'an infinite number': [json.replace('"offset":300', '"offset":1e999'), 422, 'record.offset'],
    'half a surrogate pair': [json.replace('Пример', '\\ud800'), 400, 'record.operator.name'],
    NUL: [json.replace('Пример', '\\u0000'), 400, 'record.operator.name'],
  }
  for (const [name, [body, status, field]] of Object.entries(bodies)) {
    const answer = await raw(ledger, body)
    const error = answer.json.error ?? answer.json.results[0].error
    expect([name, answer.status, error.message.length > 0]).toEqual([name, status, true])
    if (field) expect([name, error.field]).toEqual([name, field])
  }
  expect(await rowsOf(ledger)).toEqual([])
  expect(await ledger.post(item)).toMatchObject({ status: 201 })
})

test('refuses unknown fields, wrong types and long texts, and names the field', async () => {
  const ledger = await newLedger()
  const { record, secret } = itemOf(newVisitor())
  const wrong: [string, object][] = [
    ['record.more', { more: 1 }],
    ['record.gpc', { gpc: 'yes' }],
    ['record.policy.version', { policy: { version: 'x'.repeat(10_000), url: '' } }],
    ['record.recordId', { recordId: '1' }],
    ['record.consentId', { consentId: record.consentId.toUpperCase() }],
    ['record.at', { at: '2026-02-30T00:00:00.000Z' }],
    ['record.validUntil', { validUntil: '2999-01-01T00:00:00.000Z' }],
    ['record.page', { page: 'https://shop.kz/?email=a@b.kz' }],
    ['record.categories.analytics', { categories: { analytics: 1 } }],
    ['record.event', { event: undefined }],
  ]
  for (const [field, change] of wrong) {
    const { status, json } = await ledger.post({ record: { ...record, ...change }, secret })
    expect([status, json.results[0].error.field]).toEqual([422, field])
  }
  expect(await ledger.post({ record, secret: 'short' })).toMatchObject({
    status: 400,
    json: { error: { field: 'secret' } },
  })
  expect(await ledger.post({ record, secret, site: 'x' })).toMatchObject({ status: 400 })
  expect(await rowsOf(ledger)).toEqual([])
})

test('closes connections that send too slowly within ten seconds and a little', async () => {
  const ledger = await newLedger()
  const [head, body] = await Promise.all([
    wire(ledger, 'POST /v1/records HTTP/1.1\r\nHost: ledger\r\n', true),
    wire(ledger, `POST /v1/records HTTP/1.1\r\n${HEAD}Content-Length: 100\r\n\r\n{`, true),
  ])
  expect(head[0]).toContain('408')
  expect(head[1]).toBeLessThan(8000)
  expect(body[1]).toBeLessThan(12_500)
  expect(await ledger.send('/healthz')).toMatchObject({ status: 200 })
}, 20_000)

test('refuses odd requests without saying anything back', async () => {
  const ledger = await newLedger()
  const many = Array.from({ length: 1000 }, (_, index) => `X-${index}: ${index}\r\n`).join('')
  const [headers] = await wire(ledger, `GET /healthz HTTP/1.1\r\nHost: ledger\r\n${many}\r\n`)
  expect(headers).toMatch(/^HTTP\/1\.1 431/)
  const [both] = await wire(
    ledger,
    `POST /v1/records HTTP/1.1\r\n${HEAD}Transfer-Encoding: chunked\r\nContent-Length: 5\r\n\r\n0\r\n\r\n`,
  )
  expect(both).toMatch(/^HTTP\/1\.1 400/)
  for (const line of [
    'TRACE /healthz',
    'PROPFIND /v1/records',
    'GET /v1/..%2f..%2fetc/passwd',
    'GET /v1/records/..%2f..%2fmetrics',
    'GET //evil.kz/healthz',
    'DELETE /healthz',
    'PUT /v1/records',
  ]) {
    const [answer] = await wire(
      ledger,
      `${line} HTTP/1.1\r\nHost: evil<b>.kz\r\nConnection: close\r\n\r\n`,
    )
    expect([line, answer.slice(0, 10)]).toEqual([line, 'HTTP/1.1 4'])
    expect(answer).not.toMatch(/evil|passwd/)
  }
})

const PAYLOADS = [
  "'; DROP TABLE records; --",
  '" OR ""="',
  "' UNION SELECT secret_sha256 FROM consents --",
  '\\',
  '%',
  "${'a'}",
  '$1',
  '?',
  "E'\\x27'",
]

test.each(KINDS)('keeps or refuses SQL as text, never runs it, on %s', async (kind) => {
  const ledger = await newLedger({ kind })
  for (const text of PAYLOADS) {
    const visitor = newVisitor()
    const item = itemOf(visitor, { operator: { name: text, address: text } })
    const headers = { 'user-agent': text, 'x-forwarded-for': text, cookie: `kelisim=${text}` }
    const answer = await ledger.post({ ...item, subject: text }, { headers })
    expect([text, answer.status]).toEqual([text, 201])
    const asked = `?subject=${encodeURIComponent(text)}`
    const subjects = await ledger.send(`/v1/subjects${asked}`, asOperator())
    expect(subjects.json.consentIds).toEqual([visitor.consentId])
    const own = await ledger.send(`/v1/subjects/${visitor.consentId}`, asOperator())
    expect(own.json.records[0].record.operator.name).toBe(text)
    for (const name of [
      'event',
      'language',
      'version',
      'recordId',
      'consentId',
      'shownSha256',
      'at',
    ])
      expect(await ledger.post(itemOf(visitor, { [name]: text }))).toMatchObject({ status: 422 })
    expect(await ledger.post({ ...item, secret: text })).toMatchObject({ status: 400 })
    expect(await ledger.post({ ...item, cookie: text, subject: text })).toMatchObject({
      status: 200,
    })
    const path = encodeURIComponent(text)
    expect((await ledger.send(`/v1/subjects/${path}`, asOperator())).status).toBe(400)
    expect((await ledger.send(`/v1/records/${path}`, asOperator())).status).toBe(404)
    expect((await ledger.send(`/v1/texts/${path}`, asOperator())).status).toBe(404)
    for (const query of ['from', 'to', 'format'])
      expect((await ledger.send(`/v1/export?${query}=${path}`, asOperator())).status).toBe(400)
    expect((await ledger.send(`/v1/stats?site=${path}`, asOperator())).json.choices).toEqual([])
  }
  expect(await rowsOf(ledger)).toHaveLength(PAYLOADS.length)
})

test('takes 10,000 hostile ids without a row, and goes on', async () => {
  const ledger = await newLedger({ config: { limitPerAddress: 1e6, limitPerSite: 1e6 } })
  const { record, secret } = itemOf(newVisitor())
  const hostile = Array.from({ length: 10_000 }, (_, index) => `${PAYLOADS[index % 9]}${index}`)
  for (let from = 0; from < hostile.length; from += 20) {
    const records = hostile
      .slice(from, from + 20)
      .map((recordId) => ({ record: { ...record, recordId, page: 'x' }, secret }))
    expect((await ledger.post({ records })).status).toBe(422)
  }
  expect(await rowsOf(ledger)).toEqual([])
  expect(await ledger.post({ record, secret })).toMatchObject({ status: 201 })
})
