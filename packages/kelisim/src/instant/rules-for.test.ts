import { expect, test } from 'vitest'
import { rulesFor } from './rules-for.ts'

const CSS = `:host(kelisim-inline){display:block}section{margin:0}section:not(.top,.bar){left:0}[class*=' top']{top:0}.center{height:1px}
.bar{width:100%}@media (min-width:860px){.bar:popover-open{display:grid}.bar footer{padding:0}}
.inline:not([popover]){width:auto}@media (max-width:520px){section:not(.inline){margin:auto}}`

test('keeps what is said of all layouts and of its own', () => {
  const [common, beside] = ["[class*=' top']{top:0}", 'section:not(.top,.bar){left:0}']
  const small = '@media (max-width:520px){section:not(.inline){margin:auto}}'
  const bar =
    '.bar{width:100%}@media (min-width:860px){.bar:popover-open{display:grid}.bar footer{padding:0}}'
  const flat = (text: string) => text.replaceAll('\n', '')
  expect(flat(rulesFor('box', CSS))).toBe(`section{margin:0}${beside}${common}${small}`)
  expect(flat(rulesFor('bar', CSS))).toBe(`section{margin:0}${common}${bar}${small}`)
  expect(flat(rulesFor('center', CSS))).toBe(
    `section{margin:0}${beside}${common}.center{height:1px}${small}`,
  )
})
