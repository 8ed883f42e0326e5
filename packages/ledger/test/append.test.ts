import { describe, expect, test } from 'vitest'
import { append } from '../src/store/append.ts'
import { coalesce } from '../src/store/coalesce.ts'
import { retryClashes } from '../src/store/retry.ts'
import type { Writing } from '../src/store/writing.ts'
import { readChain } from '../src/store/read.ts'
import { newVisitor, recordOf, writingOf } from './records.ts'
import { KINDS, newDatabase, newStore, openReady } from './stores.ts'

describe.each(KINDS)('on %s', (kind) => {
  test('gives each record of a consent id the next place in its chain', async () => {
    const { serving } = await newStore(kind)
    const visitor = newVisitor()
    const [first] = await append(serving, [writingOf(visitor)])
    const [second] = await append(serving, [writingOf(visitor, { event: 'withdrawn' })])
    expect([first, second]).toMatchObject([
      { outcome: 'stored', sequence: 1 },
      { outcome: 'stored', sequence: 2 },
    ])
    expect(await readChain(serving, visitor.consentId)).toMatchObject([
      { sequence: 1, hash: expect.stringMatching(/^[\da-f]{64}$/) },
      { sequence: 2 },
    ])
  })

  test('keeps one of the same record sent twice, and answers the same', async () => {
    const { serving } = await newStore(kind)
    const writing = writingOf(newVisitor())
    const [first, beside] = await append(serving, [writing, writing])
    const [later] = await append(serving, [{ ...writing, receivedAt: writing.receivedAt + 5000 }])
    expect(beside).toEqual({ ...first, outcome: 'known' })
    expect(later).toEqual(beside)
    expect(await readChain(serving, writing.record.consentId)).toHaveLength(1)
  })

  test('refuses another record under an id that is taken, whoever sends it', async () => {
    const { serving } = await newStore(kind)
    const visitor = newVisitor()
    const writing = writingOf(visitor)
    const other = newVisitor()
    await append(serving, [writing])
    const { recordId } = writing.record
    const sent = [
      { ...writing, record: recordOf(visitor, { recordId, event: 'refused' }) },
      { ...writingOf(other), record: recordOf(other, { recordId }) },
    ]
    const outcomes = await retryClashes((isAgain) => append(serving, sent, isAgain))
    expect(outcomes).toEqual([{ outcome: 'conflict' }, { outcome: 'conflict' }])
  })

  test('refuses a record under a consent id whose secret the sender does not have', async () => {
    const { serving } = await newStore(kind)
    const visitor = newVisitor()
    await append(serving, [writingOf(visitor)])
    const forged = writingOf({ ...visitor, secret: '0'.repeat(24) })
    expect(await append(serving, [forged])).toEqual([{ outcome: 'not-yours' }])
  })

  test('keeps one row of one id that fifty writers send at once', async () => {
    const { serving } = await newStore(kind)
    const writing = writingOf(newVisitor())
    const attempts = Array.from({ length: 50 }, () =>
      retryClashes(() => append(serving, [writing])),
    )
    const outcomes = (await Promise.all(attempts)).flat()
    expect(outcomes.filter(({ outcome }) => outcome === 'stored')).toHaveLength(1)
    expect(new Set(outcomes.map((each) => 'hash' in each && each.hash)).size).toBe(1)
  })

  test('leaves no gap when two instances race on one consent id', async () => {
    const database = await newDatabase(kind)
    const one = await openReady(database)
    const two = await openReady(database)
    const visitor = newVisitor()
    // As the server does: what comes together is committed together.
    const [write, writeToo] = [one, two].map(({ serving }) =>
      coalesce((items: readonly Writing[]) => retryClashes(() => append(serving, items)), {
        lanes: 2,
        most: 4,
        waiting: 100,
      }),
    )
    await Promise.all(
      Array.from({ length: 40 }, (_, index) =>
        (index % 2 ? write : writeToo)?.([writingOf(visitor)]),
      ),
    )
    const chain = await readChain(one.serving, visitor.consentId)
    expect(chain.map(({ sequence }) => sequence)).toEqual(
      Array.from({ length: 40 }, (_, index) => index + 1),
    )
    await Promise.all([one.close(), two.close()])
  })

  test('lets the serving role neither change nor delete', async () => {
    const { serving } = await newStore(kind)
    await append(serving, [writingOf(newVisitor())])
    const refused = /permission denied|append-only/
    for (const table of ['records', 'links', 'consents'] as const) {
      await expect(serving.deleteFrom(table).execute()).rejects.toThrow(refused)
    }
    await expect(serving.updateTable('records').set({ site: '' }).execute()).rejects.toThrow(
      refused,
    )
    await expect(serving.updateTable('links').set({ site: '' }).execute()).rejects.toThrow(refused)
  })

  test('has a second wall: the tables refuse what the checks before them should have', async () => {
    const { serving } = await newStore(kind)
    const visitor = newVisitor()
    const shapeless: Partial<ReturnType<typeof recordOf>>[] = [
      { language: 'x'.repeat(10_000) },
      { policy: { version: 'x'.repeat(10_000), url: '' } },
      { page: 'x'.repeat(20_000) },
      { recordId: '1' },
    ]
    for (const own of shapeless)
      await expect(append(serving, [writingOf(visitor, own)])).rejects.toThrow(
        /CHECK constraint|violates check|invalid input syntax/,
      )
    expect(await readChain(serving, visitor.consentId)).toEqual([])
  })
})
