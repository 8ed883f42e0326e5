import { expect, test } from 'vitest'
import { encode } from '../on-demand/encode.ts'
import { grantsSomething } from './grants-something.ts'

const written = (analytics: boolean, video: boolean, yielding: readonly string[] = []) =>
  encode({
    consentId: '01a1f0e5-2c40-7abc-8def-0123456789ab',
    secret: '0123456789abcdef01234567',
    firstAt: 0,
    at: 0,
    days: 365,
    policyVersion: '',
    language: 'ru',
    method: 'click',
    categories: { functional: false, analytics },
    services: { video, chat: false },
    // Hashes that begin as grants are written.
    asked: { functional: '1abcdef', analytics: '0abcde1' },
    yielding,
  })

test('finds a grant of a category or of a service, also of one that yields', () => {
  expect([
    grantsSomething(written(true, false)),
    grantsSomething(written(false, true)),
    grantsSomething(written(true, false, ['analytics'])),
    grantsSomething(written(false, true, ['video'])),
  ]).toEqual([true, true, true, true])
})

test('finds nothing in a refusal, in hashes, and where nothing is stored', () => {
  expect([
    grantsSomething(written(false, false)),
    grantsSomething(''),
    grantsSomething(undefined),
  ]).toEqual([false, false, false])
})
