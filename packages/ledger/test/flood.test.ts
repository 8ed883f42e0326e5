import { gzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { deliver } from './outbox.ts'
import { peakMemory, startProcess } from './process.ts'
import { itemOf, newVisitor, SITE } from './records.ts'
import { newDatabase } from './stores.ts'

const MIB = 2 ** 20

test('keeps its memory while it refuses bombs, long bodies and deep ones', async () => {
  const ledger = await startProcess(await newDatabase('sqlite'))
  const post = (body: BodyInit, headers: Record<string, string> = {}) =>
    fetch(`${ledger.url}/v1/records`, {
      method: 'POST',
      body,
      headers: { origin: SITE, 'content-type': 'application/json', ...headers },
    }).then(async (answer) => {
      await answer.text()
      return answer.status
    })
  const bomb = gzipSync(Buffer.alloc(5e6))
  const deep = '['.repeat(16_000)
  const flood = async (count: number) => {
    const statuses = new Set<number>()
    for (let round = 0; round < count; round++)
      for (const status of await Promise.all([
        post(bomb, { 'content-encoding': 'gzip' }),
        post(deep),
        post('x'.repeat(17_000)),
      ]))
        statuses.add(status)
    return [...statuses].sort()
  }
  await flood(20)
  const before = peakMemory(ledger.pid)
  expect(await flood(100)).toEqual([400, 413, 415])
  expect((peakMemory(ledger.pid) - before) / MIB).toBeLessThan(60)
  expect(await deliver(ledger.url, [itemOf(newVisitor())])).toMatchObject({ status: 201 })
})
