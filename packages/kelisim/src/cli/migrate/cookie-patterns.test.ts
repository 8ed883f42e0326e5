import { expect, test } from 'vitest'
import { globsOf } from './cookie-patterns.ts'

test.each([
  ['^_ga', ['_ga*']],
  ['^_ga$', ['_ga']],
  ['_ga', ['*_ga*']],
  ['^_ga.*$', ['_ga*']],
  ['^_pk_id\\.', ['_pk_id.*']],
  ['^(_ga|_gid)', ['_ga*', '_gid*']],
  ['^_ga\\d+$', undefined],
  ['.*', undefined],
  ['', undefined],
])('says the expression %s as %j', (source, globs) => {
  expect(globsOf(source)).toEqual(globs)
})
