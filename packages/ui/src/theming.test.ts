// @vitest-environment happy-dom
/// <reference types="vite/client" />
import { expect, test } from 'vitest'
import notice from './notice.css?inline'
import preferences from './preferences.css?inline'
import { PARTS, TOKENS } from './theming.ts'

const sources: Record<string, string> = import.meta.glob('./**/*.{ts,tsx}', {
  eager: true,
  query: '?raw',
  import: 'default',
})

const found = (pattern: RegExp, text: string) =>
  [...new Set([...text.matchAll(pattern)].map((match) => match[1] ?? ''))].sort()

test('lists every custom property that the stylesheets read', () => {
  expect(found(/var\((--kelisim-[\w-]+)/g, notice + preferences)).toEqual([...TOKENS].sort())
})

test('lists every part', () => {
  const shipped = Object.entries(sources).filter(([file]) => !file.includes('.test.'))
  expect(found(/part(?:="|: ')([\w-]+)/g, shipped.map(([, text]) => text).join())).toEqual(
    [...PARTS].sort(),
  )
})

test('is frozen: pages depend on these names', () => {
  expect([TOKENS, PARTS]).toMatchSnapshot()
})

test('has no name that blockers hide', () => {
  const names = [...PARTS, ...found(/(?:class|part|id)="([^"]+)"/g, Object.values(sources).join())]
  const hidden = /cookie|consent|gdpr|banner|tracking|privacy|notice-?bar/i
  expect([...names, 'kelisim-view'].filter((name) => hidden.test(name))).toEqual([])
})
