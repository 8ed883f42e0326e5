// @vitest-environment happy-dom
import { beforeEach, expect, test, vi } from 'vitest'
import type { StoredDecision } from '../../model/decision.ts'
import type { Running, State } from '../../state.ts'
import type { ConsentRecord } from '../consent-record.ts'
import { writeHostCookie } from '../write-host-cookie.ts'
import type { Waiting } from './parcel.ts'
import { putBack } from './put-back.ts'

const NOW = Date.now()

/** A page whose cookie says `text`, given at a time. */
function pageWith(at: number, consentId = 'mine') {
  const replace = vi.fn<Running['replace']>()
  writeHostCookie('granted', 1_000)
  const read = () =>
    ({ consentId, at, text: document.cookie.replace('kelisim=', '') }) as StoredDecision
  const running = { read, replace, platform: { now: () => NOW } } as unknown as Running
  return { replace, state: { running, options: {} } as State }
}
const waiting = (at: number): Waiting => ({
  key: 'kelisim-outbox-1',
  secret: '',
  cookie: 'withdrawn',
  record: {
    consentId: 'mine',
    at: new Date(at).toISOString(),
    validUntil: new Date(NOW + 864e5).toISOString(),
  } as ConsentRecord,
})

beforeEach(() => writeHostCookie('', 0))

test('puts a later decision that waits back in force over an earlier cookie', async () => {
  const { state, replace } = pageWith(NOW - 60_000)
  await putBack(state, [waiting(NOW - 50_000), waiting(NOW - 30_000)])
  expect(document.cookie).toBe('kelisim=withdrawn')
  expect(replace.mock.calls).toMatchObject([[{ text: 'withdrawn' }]])
})

test('leaves a cookie that is as new, of another consent id, or was deleted', async () => {
  for (const [page, at] of [
    [pageWith(NOW - 60_000), NOW - 60_000],
    [pageWith(NOW - 60_000, 'another'), NOW],
  ] as const) {
    await putBack(page.state, [waiting(at)])
    expect(page.replace).not.toHaveBeenCalled()
  }
  const { state, replace } = pageWith(NOW)
  const gone = { ...state, running: { ...state.running, read: () => null } as unknown as Running }
  await putBack(gone as State, [waiting(NOW)])
  expect(document.cookie).toBe('kelisim=granted')
  expect(replace).not.toHaveBeenCalled()
})
