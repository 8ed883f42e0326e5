/**
 * Writes one row of a table (RFC 4180). A cell that a spreadsheet would take for a formula gets an apostrophe in
 * front, so that it is shown as text.
 *
 * Source: OWASP, "CSV Injection".
 */
export const csvRow = (cells: readonly unknown[]): string => `${cells.map(cell).join(',')}\r\n`

function cell(value: unknown): string {
  const text = value === null || value === undefined ? '' : String(value)
  // Also the full-width forms, which some programs take for the same.
  const safe =
    /^\s*[=+\-@\t\r\n＝＋－＠]/.test(text) && typeof value !== 'number' ? `'${text}` : text
  return /[",\r\n']|^\s|\s$/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}
