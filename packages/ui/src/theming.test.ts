// @vitest-environment happy-dom
/// <reference types="vite/client" />
import { expect, test } from 'vitest'
import { PARTS, TOKENS } from './theming.ts'

const sources: Record<string, string> = import.meta.glob('./**/*.{ts,tsx}', {
  eager: true,
  query: '?raw',
  import: 'default',
})

const styles: Record<string, string> = import.meta.glob('./*.css', {
  eager: true,
  query: '?inline',
  import: 'default',
})

const pages: Record<string, string> = import.meta.glob(
  ['../../../docs/theming.md', '../../../examples/theming/theming.js'],
  { eager: true, query: '?raw', import: 'default' },
)

const found = (pattern: RegExp, text: string) =>
  [...new Set([...text.matchAll(pattern)].map((match) => match[1] ?? ''))].sort()

test('lists every custom property that the stylesheets read', () => {
  expect(found(/var\((--kelisim-[\w-]+)/g, Object.values(styles).join())).toEqual(
    [...TOKENS].sort(),
  )
})

test('lists every part', () => {
  const shipped = Object.entries(sources).filter(([file]) => !file.includes('.test.'))
  expect(found(/part(?:="|: ')([\w-]+)/g, shipped.map(([, text]) => text).join())).toEqual(
    [...PARTS].sort(),
  )
})

test('is documented, name by name, and shown by the example', () => {
  for (const page of Object.values(pages)) {
    const missing = [...TOKENS, ...PARTS].filter(
      (name) => !new RegExp(`[\`']${name}[\`']`).test(page),
    )
    expect(missing).toEqual([])
  }
  expect(Object.keys(pages)).toHaveLength(2)
})

test('is frozen: pages depend on these names', () => {
  expect([TOKENS, PARTS]).toMatchSnapshot()
})

test('has no name that blockers hide', () => {
  const names = [...PARTS, ...found(/(?:class|part|id)="([^"]+)"/g, Object.values(sources).join())]
  const hidden = /cookie|consent|gdpr|banner|tracking|privacy|notice-?bar/i
  expect([...names, 'kelisim-view'].filter((name) => hidden.test(name))).toEqual([])
})
