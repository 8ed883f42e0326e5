import { readdirSync, readFileSync } from 'node:fs'
import { Client } from 'pg'
import { expect, test, vi } from 'vitest'
import { maintain } from '../src/service/maintain.ts'
import { retain } from '../src/store/retention.ts'
import { asOperator, newLedger } from './ledger.ts'
import { itemOf, newVisitor, SITE } from './records.ts'
import { newDatabase } from './stores.ts'

const DAY_MS = 864e5
/** What engines that speak PostgreSQL often lack, or make slow. */
const NOT_PORTABLE =
  /\b(pg_(try_)?advisory\w*|nextval|currval|setval|create (temp|sequence|trigger|function|extension)\w*|\w*serial|identity|listen|notify|for (no key )?(update|(key )?share)|skip locked|ctid|xmin|serializable|oid)\b/i

test('asks PostgreSQL for nothing that a distributed engine lacks', async () => {
  const query = vi.spyOn(Client.prototype, 'query')
  const now = Date.now()
  const ledger = await newLedger({ kind: 'postgres', now: () => now + 2 * DAY_MS })
  const [visitor, other] = [newVisitor(), newVisitor()]
  const text = 'Файлы cookie'
  await ledger.post({ ...itemOf(visitor), subject: 'anna' })
  await ledger.post({ records: [itemOf(visitor), itemOf(other)] })
  const headers = { origin: SITE, 'content-type': 'application/json' }
  const body = JSON.stringify({ text })
  await ledger.send('/v1/texts', { method: 'POST', headers, body })
  for (const path of [
    '/v1/export',
    '/v1/export?from=2026-01-01',
    '/v1/stats',
    '/v1/subjects?subject=anna',
  ])
    expect([path, (await ledger.send(path, asOperator())).status]).toEqual([path, 200])
  const erased = await ledger.send('/v1/subjects?subject=anna', {
    method: 'DELETE',
    ...asOperator(),
  })
  expect(erased.status).toBe(200)
  const { service } = ledger
  await maintain({ ...service, now: () => now + 4 * DAY_MS })
  const plan = { endedBefore: now + 5000 * DAY_MS, contextBefore: null, isForced: true }
  expect(await retain(service.store, plan, now)).toMatchObject({ records: 1 })

  const statements = query.mock.calls.map(([statement]) =>
    typeof statement === 'string' ? statement : (statement as { text: string }).text,
  )
  query.mockRestore()
  // All of it went by here.
  for (const part of [/create table/i, /insert into "seals"/i, /delete from "records"/i])
    expect(statements.filter((each) => part.test(each)).length).toBeGreaterThan(0)
  expect(statements.filter((each) => NOT_PORTABLE.test(each))).toEqual([])
  const locks = statements.filter((each) => /^\s*lock table/i.test(each))
  expect(new Set(locks.map((each) => each.trim()))).toEqual(
    new Set(
      ['consents', '"links"', '"records"'].map(
        (table) => `LOCK TABLE ${table} IN ACCESS EXCLUSIVE MODE`,
      ),
    ),
  )
})

test('goes on where no partition can be added, and says so', async () => {
  const database = await newDatabase('postgres')
  const ledger = await newLedger({ config: { database } })
  const client = new Client({ connectionString: database })
  await client.connect()
  await client.query('BEGIN; LOCK TABLE consents IN ROW EXCLUSIVE MODE')
  const later = Date.now() + 400 * DAY_MS
  await maintain({ ...ledger.service, now: () => later })
  expect(ledger.logged.join('')).toContain('no partitions were added')
  const visitor = newVisitor(later)
  expect(await ledger.post(itemOf(visitor))).toMatchObject({ status: 201 })
  const { rows } = await client.query('SELECT consent_id FROM links_rest')
  expect(rows).toEqual([{ consent_id: visitor.consentId }])
  await client.query('ROLLBACK')
  await client.end()
})

test('puts no text into SQL but constants of its own', () => {
  const source = new URL('../src/', import.meta.url)
  const found = readdirSync(source, { recursive: true, encoding: 'utf8' })
    .filter((name) => /(?<!\.test)\.tsx?$/.test(name))
    .flatMap((name) => {
      const text = readFileSync(new URL(name, source), 'utf8')
      const calls = text.match(/(sql\.(raw|lit)|CompiledQuery\.raw)\(\w+(?:\(\w+\))?\)/g) ?? []
      return calls.map((call) => `${name} ${call}`)
    })
  expect(found.sort()).toEqual([
    // Names of two settings of the server.
    'store/assert-settings.ts sql.raw(name)',
    // The definition of the tables.
    'store/migrate.ts sql.raw(statement)',
    // What sets the role of a connection.
    'store/open-postgres.ts CompiledQuery.raw(statement)',
    // Numbers, as ids of that time.
    'store/partitions.ts sql.lit(lowestId(from))',
    'store/partitions.ts sql.lit(lowestId(to))',
    'store/stats.ts sql.lit(DAY_MS)',
  ])
})
