import { decode } from '@kelisim/core/decode'
import { expect, test } from 'vitest'
import { newLedger, type TestLedger } from './ledger.ts'
import { itemOf, cookieOf, newVisitor } from './records.ts'

/** A ledger on the page's own host: the origin is that of the ledger. */
async function ownHost(scheme = 'http'): Promise<{ ledger: TestLedger; origin: string }> {
  const ledger = await newLedger()
  const origin = ledger.url.replace('http', scheme)
  ;(ledger.service.config.origins as string[]).push(origin)
  return { ledger, origin }
}
const GRANT = { categories: { analytics: true, marketing: true } }
const REFUSAL = { event: 'withdrawn', categories: { analytics: false, marketing: false } } as const

test('writes the cookie of the decision that was sent, as the script wrote it', async () => {
  for (const [scheme, name, secure] of [
    ['http', 'kelisim', ''],
    ['https', '__Host-kelisim', ' Secure;'],
  ] as const) {
    const { ledger, origin } = await ownHost(scheme)
    const visitor = newVisitor()
    const item = itemOf(visitor)
    const cookie = cookieOf(visitor, item.record)
    const headers = { origin, 'sec-fetch-site': 'same-origin' }
    const answer = await ledger.post({ ...item, cookie }, { headers })
    const expires = new Date(
      decode(cookie, { now: Date.now, gpc: false })?.expiresAt ?? 0,
    ).toUTCString()
    expect(answer.headers.get('set-cookie')).toBe(
      `${name}=${cookie}; Path=/; Expires=${expires};${secure} SameSite=Lax`,
    )
    const again = await ledger.post({ ...item, cookie }, { headers })
    expect(again.headers.get('set-cookie')).toContain(cookie)
  }
})

test('writes a cookie only for what the record says, with the sender’s own secret', async () => {
  const { ledger, origin } = await ownHost()
  const visitor = newVisitor()
  const item = itemOf(visitor, REFUSAL)
  const other = newVisitor()
  const wider = { ...item.record, ...GRANT }
  const cookies = [
    cookieOf(visitor, wider),
    cookieOf({ ...visitor, secret: '0'.repeat(24) }, item.record),
    cookieOf(other, { ...item.record, consentId: other.consentId }),
    cookieOf(visitor, {
      ...item.record,
      at: new Date(Date.parse(item.record.at) + 5000).toISOString(),
    }),
    `${cookieOf(visitor, item.record)}; Domain=kz`,
    cookieOf(visitor, item.record).replace('kk', 'kk\r\nSet-Cookie: a=b'),
    'granted',
    '',
  ]
  for (const cookie of cookies) {
    const answer = await ledger.post({ ...item, cookie }, { headers: { origin } })
    expect([cookie, answer.headers.get('set-cookie')]).toEqual([cookie, null])
  }
})

test('writes no cookie for another host, nor for a request from another site', async () => {
  const { ledger, origin } = await ownHost()
  const visitor = newVisitor()
  const item = itemOf(visitor)
  const body = { ...item, cookie: cookieOf(visitor, item.record) }
  const elsewhere = await ledger.post(body)
  expect(elsewhere.status).toBe(201)
  expect(elsewhere.headers.get('set-cookie')).toBeNull()
  const crossSite = await ledger.post(body, { headers: { origin, 'sec-fetch-site': 'cross-site' } })
  expect(crossSite.headers.get('set-cookie')).toBeNull()
})

test('writes no older decision again after a newer one, so that a withdrawal stays', async () => {
  const { ledger, origin } = await ownHost()
  const visitor = newVisitor()
  const now = Math.floor(Date.now() / 1000) * 1000
  const grant = itemOf(visitor, GRANT, now - 60_000)
  const withdrawal = itemOf(visitor, REFUSAL, now)
  const send = async ({ record, secret }: typeof grant) => {
    const body = { record, secret, cookie: cookieOf(visitor, record) }
    return (await ledger.post(body, { headers: { origin } })).headers.get('set-cookie')
  }
  expect(await send(grant)).not.toBeNull()
  expect(await send(withdrawal)).not.toBeNull()
  expect(await send(grant)).toBeNull()
  expect(await send(withdrawal)).not.toBeNull()
})

test('writes the cookie of the whole site under the configured domain', async () => {
  const ledger = await newLedger({
    config: { cookieDomain: 'shop.kz', origins: ['https://www.shop.kz'] },
  })
  const visitor = newVisitor()
  const item = itemOf(visitor)
  const cookie = cookieOf(visitor, item.record)
  const { setCookie } = await import('../src/http/set-cookie.ts')
  const sent = setCookie(
    { record: item.record, secret: item.secret, cookie },
    { origin: 'https://www.shop.kz', domain: ledger.service.config.cookieDomain, now: Date.now() },
  )
  expect(sent).toMatch(
    /^__Secure-kelisim=\S+; Path=\/; Domain=shop\.kz; Expires=[^;]+; Secure; SameSite=Lax$/,
  )
})
