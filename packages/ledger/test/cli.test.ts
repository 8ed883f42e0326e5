import { readFileSync } from 'node:fs'
import Database from 'libsql'
import { expect, test } from 'vitest'
import { asOperator } from './ledger.ts'
import { deliver, exportedIds } from './outbox.ts'
import { runCli, startProcess } from './process.ts'
import { itemOf, newVisitor, SITE } from './records.ts'
import { newDatabase } from './stores.ts'

test('refuses to start with a wrong setting, and names it without its value', async () => {
  const env = { KELISIM_LEDGER_TOKEN: 'letmein' }
  const { code, err, out } = await runCli(['serve', '--origin', SITE], { env })
  expect([code, out]).toEqual([1, ''])
  expect(err).toContain('KELISIM_LEDGER_TOKEN is not valid')
  expect(err).not.toContain('letmein')
  expect(await runCli(['serve'])).toMatchObject({
    code: 1,
    err: expect.stringContaining('--origin'),
  })
  expect(await runCli(['fly'])).toMatchObject({ code: 1, err: expect.stringContaining('"fly"') })
})

test('names every setting in its help and in the README', async () => {
  const { out } = await runCli(['help'])
  const readme = readFileSync(new URL('../README.md', import.meta.url), 'utf8')
  const flags = [...out.matchAll(/^ {2}\(?(?:only )?(\S+?)\)? /gm)].map(([, name = '']) => name)
  expect(flags.length).toBeGreaterThan(15)
  for (const flag of flags) expect(readme).toContain(flag)
})

test('says of an export whether it is whole', async () => {
  const ledger = await startProcess(await newDatabase('sqlite'))
  await deliver(ledger.url, [itemOf(newVisitor()), itemOf(newVisitor())])
  const text = await (await fetch(`${ledger.url}/v1/export`, asOperator())).text()
  expect(await runCli(['verify'], { input: text })).toMatchObject({
    code: 0,
    out: '2 links, 2 records, 0 removed, 0 seals\nWhole and unchanged.\n',
  })
  const changed = await runCli(['verify', '-'], { input: text.replace('"granted"', '"refused"') })
  expect(changed).toMatchObject({ code: 1, err: expect.stringMatching(/line \d: .* was changed/) })
  const cut = await runCli(['verify'], { input: text.slice(0, -40) })
  expect(cut).toMatchObject({ code: 1, err: expect.stringContaining('cut off') })
})

test('restores a backup that was made while records were written', async () => {
  const database = await newDatabase('sqlite')
  const ledger = await startProcess(database)
  const items = Array.from({ length: 20 }, () => itemOf(newVisitor()))
  await deliver(ledger.url, items)
  const writing = deliver(ledger.url, [itemOf(newVisitor())])
  const copy = `${database}.backup`
  const source = new Database(database)
  source.exec(`VACUUM INTO '${copy}'`)
  source.close()
  await writing
  const restored = await startProcess(copy)
  const ids = items.map(({ record }) => record.recordId)
  expect(await exportedIds(restored.url)).toEqual(expect.arrayContaining(ids))
  const text = await (await fetch(`${restored.url}/v1/export`, asOperator())).text()
  expect(await runCli(['verify'], { input: text })).toMatchObject({ code: 0 })
})
