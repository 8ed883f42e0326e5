import { ROWS } from './rows.ts'
import { type Field, figure, type Result, verdict } from './verdict.ts'

/** Writes the results as a Markdown table; rows that nobody was measured for are left out. */
export function table(results: readonly Result[], field: Field): string {
  const shown = results.filter(({ kind }) => kind !== 'page alone')
  const lines = ROWS.map((row) => ({
    row,
    cells: shown.map((result) => figure(row, result, field.page)),
  })).filter(({ cells }) => cells.some((cell) => cell !== '–'))
  return [
    ['', ...shown.map(({ short }) => short), 'kelisim is'],
    ['---', ...shown.map(() => '--:'), '---'],
    ...lines.map(({ row, cells }) => [row.title, ...cells, verdict(row, field)]),
  ]
    .map((line) => `| ${line.join(' | ')} |`)
    .join('\n')
}
