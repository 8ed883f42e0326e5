import fc from 'fast-check'
import { expect, test } from 'vitest'
import { csvRow } from './csv.ts'

/** Reads a row back as RFC 4180 says. */
function parse(row: string): string[] {
  const cells = row.slice(0, -2).match(/("([^"]|"")*"|[^,]*)(,|$)/gs) ?? []
  return cells
    .slice(0, row === '\r\n' ? 1 : undefined)
    .map((cell) => cell.replace(/,$/, ''))
    .map((cell) => (cell.startsWith('"') ? cell.slice(1, -1).replaceAll('""', '"') : cell))
}

test('gives back each cell as it was, or with an apostrophe in front of a formula', () => {
  fc.assert(
    fc.property(fc.array(fc.string({ minLength: 1 }), { minLength: 1, maxLength: 5 }), (cells) => {
      const read = parse(csvRow(cells)).slice(0, cells.length)
      expect(read.map((cell, index) => (cell === cells[index] ? cell : cell.slice(1)))).toEqual(
        cells,
      )
    }),
  )
})

test('lets no cell begin as a formula', () => {
  const starts = [
    '=1+1',
    '+1',
    '-1',
    '@SUM(A1)',
    '\t=1',
    '\r=1',
    '\n=1',
    ' =1',
    '＝1',
    '＋1',
    '－1',
    '＠1',
  ]
  for (const text of starts) expect(parse(csvRow([text]))[0]).toBe(`'${text}`)
  expect(csvRow([-5, 'plain', null, undefined, true])).toBe('-5,plain,,,true\r\n')
})
