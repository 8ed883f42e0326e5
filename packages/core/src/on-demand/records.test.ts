// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { createFiles } from '../files.ts'
import type { State } from '../state.ts'
import { readWaiting, type Waiting } from './outbox/parcel.ts'
import { resolveAsked } from '../model/asked.ts'
import type { StoredDecision } from '../model/decision.ts'
import type { Options } from '../model/options.ts'
import { type ConsentRecord, eventOf } from './consent-record.ts'
import { PENDING, remember } from './pending-record.ts'
import { readRecords, writePending } from './records.ts'

const AT = Date.UTC(2026, 10, 21, 10)

const decisionAt = (at: number, analytics: boolean): StoredDecision => ({
  consentId: '01a1f0e5-2c40-7abc-8def-0123456789ab',
  secret: '0123456789abcdef01234567',
  firstAt: at,
  at,
  expiresAt: at + 365 * 864e5,
  policyVersion: '2026-11-01',
  language: 'ru',
  method: 'click',
  categories: { analytics },
  services: {},
  asked: { analytics: '0abcdef' },
  text: '',
})
const note = (at: number, shown?: string) =>
  remember({ previous: null, next: decisionAt(at, true), action: 'accept-all', shown })

function page(options: Options = {}) {
  const delivered: ConsentRecord[] = []
  const parcels: Waiting[] = []
  const outbox = { deliver: (_: State, unstored: readonly Waiting[]) => parcels.push(...unstored) }
  const ports = { version: '1.0.0', reopenLabels: {} }
  const files = createFiles({
    load: () => Promise.reject(new Error('unused')),
    builtIn: { outbox },
  })
  const load = () => Promise.reject(new Error('unused'))
  const life = new AbortController()
  addEventListener(
    'kelisim:record',
    (event) => delivered.push((event as CustomEvent<ConsentRecord>).detail),
    life,
  )
  undo.push(() => life.abort())
  return {
    delivered,
    parcels,
    state: {
      asked: resolveAsked(options),
      options,
      ports: { ...ports, load },
      files,
      report: vi.fn<() => void>(),
    },
  }
}
const timesOf = (records: readonly ConsentRecord[]) => records.map(({ at }) => Date.parse(at))

const undo: (() => void)[] = []
beforeEach(() => localStorage.clear())
afterEach(() => undo.splice(0).forEach((each) => each()))

test('makes a record of an answer, with the hash of the text that was shown', async () => {
  const { state, delivered } = page()
  note(AT, 'Файлы cookie')
  await writePending(state)
  const bytes = await crypto.subtle.digest('SHA-256', new TextEncoder().encode('Файлы cookie'))
  expect(readRecords()).toMatchObject([
    { event: 'granted', action: 'accept-all', shownSha256: Buffer.from(bytes).toString('hex') },
  ])
  expect(readRecords()[0]?.recordId).toMatch(
    /^[\da-f]{8}-[\da-f]{4}-7[\da-f]{3}-8[\da-f]{3}-[\da-f]{12}$/,
  )
  expect(delivered).toEqual(readRecords())
  expect(localStorage.getItem(PENDING)).toBeNull()
})

test('notes whether the browser asked for privacy by itself when the answer was given', async () => {
  const { state } = page()
  note(AT)
  Object.defineProperty(navigator, 'globalPrivacyControl', { configurable: true, value: true })
  note(AT + 1_000)
  await writePending(state)
  Reflect.deleteProperty(navigator, 'globalPrivacyControl')
  expect(readRecords().map(({ gpc }) => gpc)).toEqual([false, true])
})

test('has no hash where nothing was shown', async () => {
  note(AT)
  await writePending(page().state)
  expect(readRecords()[0]?.shownSha256).toBe('')
})

test('makes one record per answer, however many pages write them at once', async () => {
  const one = page()
  const two = page()
  note(AT, 'one')
  const first = writePending(one.state)
  note(AT + 1e3, 'two')
  await Promise.all([first, writePending(two.state), writePending(one.state)])
  expect(timesOf(readRecords())).toEqual([AT, AT + 1e3])
  // Both listen on the same window.
  expect(timesOf(one.delivered)).toEqual([AT, AT + 1e3])
  expect(one.delivered).toEqual(two.delivered)
})

test('keeps the note of an answer until its record is written', async () => {
  note(AT, 'shown')
  const writing = writePending(page().state)
  expect(localStorage.getItem(PENDING)).not.toBeNull()
  await writing
  expect(localStorage.getItem(PENDING)).toBeNull()
})

test('passes over notes that cannot be read', async () => {
  localStorage.setItem(PENDING, 'nonsense\n{"next":{}}\n')
  note(AT, 'shown')
  await writePending(page().state)
  expect(timesOf(readRecords())).toEqual([AT])
})

test('keeps the latest fifty', async () => {
  for (let index = 0; index < 60; index += 1) note(AT + index * 1e3)
  await writePending(page().state)
  expect(readRecords()).toHaveLength(50)
  expect(timesOf(readRecords()).at(-1)).toBe(AT + 59e3)
})

test('hands the records on, to the outbox too, where the browser keeps none', async () => {
  const { state, delivered, parcels } = page({ ledger: '/ledger/' })
  note(AT, 'shown')
  note(AT + 1e3, 'shown')
  const setItem = (): never => {
    throw new DOMException('full', 'QuotaExceededError')
  }
  vi.stubGlobal(
    'localStorage',
    new Proxy(localStorage, {
      get: (storage, name) => (name === 'setItem' ? setItem : Reflect.get(storage, name)),
    }),
  )
  await writePending(state)
  vi.unstubAllGlobals()
  expect(timesOf(delivered)).toEqual([AT, AT + 1e3])
  expect(parcels.map(({ record }) => record)).toEqual(delivered)
  const keys = parcels.map(({ key }) => key)
  expect(keys).toEqual([...keys].sort())
})

test('puts what the ledger gets into the outbox, in the order of the answers', async () => {
  const { state, parcels } = page({ ledger: '/ledger/', country: 'KZ' })
  note(AT, 'Файлы cookie')
  note(AT, 'Файлы cookie')
  await writePending(state)
  expect(readWaiting().map((parcel) => ({ ...parcel, key: '' }))).toEqual(
    readRecords().map((record) => ({
      key: '',
      record,
      secret: '0123456789abcdef01234567',
      cookie: '',
      country: 'KZ',
      text: 'Файлы cookie',
    })),
  )
  expect(parcels).toEqual([])
})

test('makes the same record of a note on whatever page it is made', async () => {
  note(AT, 'shown')
  const notes = localStorage.getItem(PENDING) ?? ''
  await writePending(page().state)
  const [first] = readRecords()
  history.replaceState(null, '', '/another/page')
  localStorage.setItem(PENDING, notes)
  await writePending(page().state)
  expect(readRecords()).toEqual([first, { ...first, previousId: first?.recordId }])
})

test('chains the records of this browser', async () => {
  const { state } = page()
  note(AT)
  note(AT + 1e3)
  await writePending(state)
  note(AT + 2e3)
  await writePending(state)
  const records = readRecords()
  expect(records.map(({ previousId }) => previousId)).toEqual([
    '',
    records[0]?.recordId,
    records[1]?.recordId,
  ])
})

test('names the profile, who gets the data, and the reason why it may go abroad', async () => {
  const crossBorderReason = 'The notice to Roskomnadzor was given on 2026-10-01.'
  const options: Options = {
    profile: 'RU',
    services: [
      { id: 'ga4', category: 'analytics', vendor: 'Google', country: 'US', crossBorderReason },
      { id: 'metrika', category: 'analytics', vendor: 'Yandex', country: 'RU' },
      { id: 'clarity', category: 'analytics', vendor: 'Microsoft', country: 'US' },
      { id: 'pixel', category: 'marketing', country: 'RU' },
      { id: 'basket', category: 'necessary', country: 'RU', legalBasis: 'contract' },
    ],
  }
  const { state } = page()
  const asked = resolveAsked(options)
  const next = {
    ...decisionAt(AT, true),
    asked: { analytics: asked.categories.get('analytics')?.hash ?? '' },
  }
  remember({ previous: null, next, action: 'save', shown: undefined })
  await writePending({ ...state, asked, options })
  expect(readRecords()[0]).toMatchObject({ profile: 'RU' })
  expect(readRecords()[0]?.recipients).toEqual([
    {
      service: 'ga4',
      vendor: 'Google',
      countries: ['US'],
      crossBorder: true,
      crossBorderReason,
      legalBasis: 'consent',
    },
    {
      service: 'metrika',
      vendor: 'Yandex',
      countries: ['RU'],
      crossBorder: false,
      legalBasis: 'consent',
    },
    { service: 'basket', countries: ['RU'], crossBorder: false, legalBasis: 'contract' },
  ])
})

test('calls what Global Privacy Control takes back a withdrawal once nothing is allowed any more', () => {
  const none = decisionAt(AT, false)
  expect(eventOf(none, none, 'gpc')).toBe('withdrawn')
  expect(eventOf(none, decisionAt(AT, true), 'gpc')).toBe('changed')
})
