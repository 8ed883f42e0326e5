import { Client } from 'pg'
import { expect, inject, test } from 'vitest'
import { asOperator, newLedger } from './ledger.ts'
import { itemOf, newVisitor } from './records.ts'

/** Runs the statements that the README gives an administrator, and gives the addresses of the two logins. */
async function twoLogins(): Promise<{ web: string; owner: string }> {
  const admin = new Client({ connectionString: inject('postgresUrl') })
  await admin.connect()
  const { rows } = await admin.query(
    "SELECT 1 FROM pg_roles WHERE rolname = 'kelisim_ledger_serving'",
  )
  if (rows.length === 0) await admin.query('CREATE ROLE kelisim_ledger_serving NOLOGIN')
  const name = `logins_${process.pid}`
  for (const login of ['owner', 'web']) {
    await admin.query(`CREATE ROLE ${name}_${login} LOGIN`)
    await admin.query(`GRANT kelisim_ledger_serving TO ${name}_${login}`)
  }
  await admin.query(`CREATE DATABASE ${name} OWNER ${name}_owner`)
  await admin.end()
  const address = (login: string) => {
    const url = new URL(inject('postgresUrl'))
    return Object.assign(url, { username: `${name}_${login}`, pathname: `/${name}` }).href
  }
  return { web: address('web'), owner: address('owner') }
}

test('serves with a login that can neither change nor delete, and maintains with another', async () => {
  const { web, owner } = await twoLogins()
  const ledger = await newLedger({ config: { database: web, maintenanceDatabase: owner } })
  const visitor = newVisitor()
  expect(await ledger.post(itemOf(visitor))).toMatchObject({ status: 201 })
  const client = new Client({ connectionString: web })
  await client.connect()
  for (const statement of [
    "UPDATE records SET event = 'refused'",
    'DELETE FROM links',
    'TRUNCATE records',
    'DROP TABLE records',
    `SET ROLE ${new URL(owner).username}`,
  ])
    await expect(client.query(statement)).rejects.toThrow(/permission denied|must be owner/)
  await client.end()
  const erased = await ledger.send(`/v1/subjects/${visitor.consentId}`, {
    method: 'DELETE',
    ...asOperator(),
  })
  expect(erased).toMatchObject({ status: 200, json: { removal: { count: 1 } } })
  // The other way round the serving login could rewrite the past.
  const config = { database: owner, maintenanceDatabase: web }
  await expect(newLedger({ config })).rejects.toThrow(/may change records|must be owner|permission/)
})
