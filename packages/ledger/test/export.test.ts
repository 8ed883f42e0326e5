import { describe, expect, test } from 'vitest'
import type { ExportLine } from '../src/chain/export-line.ts'
import { verify } from '../src/chain/verify.ts'
import { asOperator, newLedger } from './ledger.ts'
import { deliver } from './outbox.ts'
import { peakMemory, startProcess } from './process.ts'
import { itemOf, newVisitor } from './records.ts'
import { fill, KINDS, newDatabase, openReady } from './stores.ts'

const ROWS = process.env['KELISIM_LONG'] === '1' ? 1_000_000 : 20_000
const MIB = 2 ** 20

const linesOf = (text: string): ExportLine[] =>
  text
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as ExportLine)
async function* each<T>(items: readonly T[]): AsyncGenerator<T> {
  yield* items
}

/** The lines with some taken out, and in their place those of other positions. */
function spliced(lines: ExportLine[], at: number, count: number, ...from: number[]): ExportLine[] {
  const copy = [...lines]
  copy.splice(at, count, ...from.flatMap((index) => lines[index] ?? []))
  return copy
}

describe.each(KINDS)('on %s', (kind) => {
  test('exports what verify proves, while records are written', async () => {
    const ledger = await newLedger({ kind })
    for (let index = 0; index < 30; index++) await ledger.post(itemOf(newVisitor()))
    const writing = Promise.all(Array.from({ length: 20 }, () => ledger.post(itemOf(newVisitor()))))
    const { text } = await ledger.send('/v1/export', asOperator())
    await writing
    const verdict = await verify(each(linesOf(text)))
    expect(verdict.faults).toEqual([])
    expect(verdict.links).toBeGreaterThanOrEqual(30)
  })

  test('finds a changed, missing, doubled or moved line of an export, and a cut', async () => {
    const ledger = await newLedger({ kind })
    const visitor = newVisitor()
    for (let index = 0; index < 4; index++) await ledger.post(itemOf(visitor))
    const lines = linesOf((await ledger.send('/v1/export', asOperator())).text)
    const first = lines.findIndex(({ type }) => type === 'link')
    const harmed: Record<string, ExportLine[]> = {
      changed: lines.map((line, index) =>
        index === first + 1 && line.type === 'link'
          ? { ...line, record: { ...(line.record as object), event: 'refused' } }
          : line,
      ),
      missing: spliced(lines, first + 1, 1),
      'last missing': spliced(lines, first + 3, 1),
      doubled: spliced(lines, first + 1, 0, first),
      moved: spliced(lines, first, 2, first + 1, first),
      'cut off': lines.slice(0, -1),
      'moved in time': lines.map((line) =>
        line.type === 'link' ? { ...line, receivedAt: line.receivedAt - 1 } : line,
      ),
    }
    for (const [harm, list] of Object.entries(harmed)) {
      const { faults } = await verify(each(list))
      expect([harm, faults.length > 0]).toEqual([harm, true])
    }
  })

  test('exports a span as CSV that no spreadsheet runs', async () => {
    const ledger = await newLedger({ kind })
    const visitor = newVisitor()
    await ledger.post({ ...itemOf(visitor), subject: '=HYPERLINK("http://evil.kz")' })
    const today = new Date().toISOString().slice(0, 10)
    const { text, headers } = await ledger.send(`/v1/export?format=csv&from=${today}`, asOperator())
    expect(headers.get('content-type')).toContain('text/csv')
    expect(text).toContain(`"'=HYPERLINK(""http://evil.kz"")"`)
    expect(text.trim().split('\r\n')).toHaveLength(2)
    const empty = await ledger.send('/v1/export?format=csv&to=2020-01-01', asOperator())
    expect(empty.text.trim().split('\r\n')).toHaveLength(1)
  })

  test('exports all there is while records are written, in little memory', async () => {
    const database = await newDatabase(kind)
    const store = await openReady(database)
    await fill(store, ROWS)
    await store.close()
    const ledger = await startProcess(database, ['--connections', '2'])
    const before = peakMemory(ledger.pid)
    const state = { isOver: false }
    const writing = (async () => {
      let count = 0
      for (; !state.isOver; count++) await deliver(ledger.url, [itemOf(newVisitor())])
      return count
    })()
    const response = await fetch(`${ledger.url}/v1/export`, asOperator())
    const verdict = await verify(streamed(response))
    state.isOver = true
    expect(await writing).toBeGreaterThan(0)
    expect(verdict.faults).toEqual([])
    expect(verdict.links).toBeGreaterThanOrEqual(ROWS)
    expect((peakMemory(ledger.pid) - before) / MIB).toBeLessThan(100)
    // Whoever stops reading gives the connection back.
    for (let count = 0; count < 4; count++) {
      const abort = new AbortController()
      const { body } = await fetch(`${ledger.url}/v1/export`, {
        ...asOperator(),
        signal: abort.signal,
      })
      await body?.getReader().read()
      abort.abort()
    }
    expect(await deliver(ledger.url, [itemOf(newVisitor())])).toMatchObject({ status: 201 })
  })
})

async function* streamed({ body }: Response): AsyncGenerator<ExportLine> {
  let rest = ''
  for await (const text of (body as ReadableStream<Uint8Array>).pipeThrough(
    new TextDecoderStream() as never,
  ) as unknown as AsyncIterable<string>) {
    const lines = (rest + text).split('\n')
    rest = lines.pop() ?? ''
    for (const line of lines) yield JSON.parse(line) as ExportLine
  }
}
