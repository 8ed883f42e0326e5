// @vitest-environment happy-dom
import type { ConsentRecord } from '@kelisim/core/consent-record'
import type { Options } from '@kelisim/core'
import { writePending } from '@kelisim/core/records'
import { afterEach, expect, test, vi } from 'vitest'
import { resolveAsked } from '../../../core/src/model/asked.ts'
import { checkRecord } from './check-record.ts'

afterEach(() => localStorage.clear())

test('takes the records that the page makes', async () => {
  const at = Date.UTC(2026, 10, 21, 10)
  const next = {
    consentId: '01a1f0e5-2c40-7abc-8def-0123456789ab',
    secret: '0123456789abcdef01234567',
    firstAt: at,
    at,
    expiresAt: at + 365 * 864e5,
    policyVersion: '2026-11-01',
    language: 'kk',
    method: 'click',
    categories: { analytics: true, 'ai-training': false },
    services: { youtube: false },
    asked: { analytics: '0abcdef', 'ai-training': 'p0abcde' },
    text: '',
  }
  const actions = ['accept-all', 'reject-all', 'save', 'withdraw', 'load-always', 'api', 'gpc']
  for (const action of actions)
    localStorage['kelisim-pending'] =
      `${localStorage['kelisim-pending'] ?? ''}${JSON.stringify({ previous: null, next, action, shown: 'Файлы cookie' })}\n`
  const records: ConsentRecord[] = []
  const options: Options = {
    operator: {
      name: 'ТОО «Пример»',
      bin: '123456789013',
      address: 'Алматы',
      email: 'privacy@example.kz',
      country: 'KZ',
      timeZone: 'Asia/Almaty',
    },
    minors: { age: 16 },
    policy: { url: '/privacy' },
    services: [
      { id: 'metrika', category: 'analytics', vendor: 'Яндекс', countries: ['RU', 'FI'] },
      { id: 'chat', category: 'necessary', country: 'KZ', legalBasis: 'contract' },
    ],
  }
  addEventListener('kelisim:record', (event) => records.push((event as CustomEvent).detail))
  await writePending({
    options,
    asked: resolveAsked(options),
    ports: {
      version: '0.1.0',
      reopenLabels: {},
      load: () => Promise.reject(new Error('unused')),
    },
    report: vi.fn<() => void>(),
  } as never)
  expect(records).toHaveLength(actions.length)
  for (const record of records) expect(checkRecord(record, 'record')).toBe(record)
})
