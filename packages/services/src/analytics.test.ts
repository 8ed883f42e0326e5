// @vitest-environment happy-dom
import { afterEach, expect, test, vi } from 'vitest'
import { amplitude } from './presets/amplitude.ts'
import { callsOf, type FakePage, fakePage, read } from './fake-page.fixture.ts'
import { matomo } from './presets/matomo.ts'
import { microsoftClarity } from './presets/microsoft-clarity.ts'
import { mixpanel } from './presets/mixpanel.ts'
import { posthog } from './presets/posthog.ts'

const hex = '0123456789abcdef0123456789abcdef'
let page: FakePage

afterEach(() => page.clear())

test('grants Clarity storage for analytics, for ads as marketing is, then denies both and stops', async () => {
  const log: unknown[] = []
  page = fakePage(() => {
    log.push(...callsOf(read('clarity.q')))
    Reflect.set(globalThis, 'clarity', (...call: unknown[]) => log.push(call))
  })
  const clarity = microsoftClarity({ id: 'ab12cd34ef' })
  await page.grant(clarity)
  await page.change(clarity, 'marketing')
  await page.withdraw(clarity)
  expect(log).toEqual([
    ['consentv2', { ad_Storage: 'denied', analytics_Storage: 'granted' }],
    ['consentv2', { ad_Storage: 'granted', analytics_Storage: 'granted' }],
    ['consentv2', { ad_Storage: 'denied', analytics_Storage: 'denied' }],
    ['stop'],
  ])
})

test('requires consent of Matomo before the page view, and forgets it', async () => {
  page = fakePage(() => {})
  const stats = matomo({ id: 7, host: 'https://stats.example.kz/m/', country: 'KZ' })
  await page.grant(stats)
  await page.withdraw(stats)
  await page.grant(stats)
  expect(read('_paq')).toEqual([
    ['requireConsent'],
    ['setConsentGiven'],
    ['trackPageView'],
    ['enableLinkTracking'],
    ['setTrackerUrl', 'https://stats.example.kz/m/matomo.php'],
    ['setSiteId', '7'],
    ['forgetConsentGiven'],
    ['deleteCookies'],
    ['setConsentGiven'],
  ])
  expect(stats.hosts).toEqual(['stats.example.kz/m'])
})

test('opts out of PostHog without a reset, and in again', async () => {
  const log: unknown[] = []
  let isOut = false
  page = fakePage(() => {
    log.push(...(read('posthog._i') as unknown[]))
    const client = {
      has_opted_out_capturing: () => isOut,
      opt_in_capturing: () => log.push('in'),
      opt_out_capturing: () => log.push('out'),
      reset: () => log.push('reset'),
    }
    Reflect.set(globalThis, 'posthog', client)
  })
  const service = posthog({ id: 'phc_1', host: 'https://ph.example.kz' })
  await page.grant(service)
  await page.withdraw(service)
  isOut = true
  await page.grant(service)
  const config = { api_host: 'https://ph.example.kz', disable_session_recording: true }
  expect(log).toEqual([['phc_1', config, 'posthog'], 'out', 'in'])
})

test('opts out of Mixpanel, and in again', async () => {
  const log: unknown[] = []
  let isOut = false
  page = fakePage(() => {
    log.push(...(read('mixpanel._i') as unknown[]))
    const client = {
      has_opted_out_tracking: () => isOut,
      opt_in_tracking: () => log.push('in'),
      opt_out_tracking: () => log.push('out'),
    }
    Reflect.set(globalThis, 'mixpanel', client)
  })
  const service = mixpanel({ id: hex })
  await page.grant(service)
  await page.withdraw(service)
  isOut = true
  await page.grant(service)
  expect(log).toEqual([[hex, { track_pageview: true }, 'mixpanel'], 'out', 'in'])
})

test('starts Amplitude once, and opts out and in', async () => {
  const client = { init: vi.fn<() => void>(), setOptOut: vi.fn<(isOut: boolean) => void>() }
  page = fakePage(() => void Reflect.set(globalThis, 'amplitude', client))
  const service = amplitude({ id: hex, version: '2.11.1' })
  await page.grant(service)
  await page.withdraw(service)
  await page.grant(service)
  expect(client.init.mock.calls).toEqual([[hex, {}]])
  expect(client.setOptOut.mock.calls).toEqual([[false], [true], [false]])
})

test('starts no client whose consent was withdrawn while its script ran', async () => {
  const client = { init: vi.fn<() => void>(), setOptOut: vi.fn<() => void>() }
  const service = amplitude({ id: hex, version: '2.11.1' })
  page = fakePage(() => {
    Reflect.set(globalThis, 'amplitude', client)
    void page.withdraw(service)
  })
  await page.grant(service)
  expect(client.init).not.toHaveBeenCalled()
})

test('survives a script that a content blocker emptied', async () => {
  page = fakePage(() => {})
  for (const service of [amplitude({ id: hex, version: '2.11.1' }), mixpanel({ id: hex })]) {
    await page.grant(service)
    await page.withdraw(service)
  }
  expect(page.asked).toHaveLength(2)
})

test('names the option that is wrong', () => {
  const host = 'http://stats.example.kz'
  expect(() => matomo({ id: 1, host, country: 'KZ' })).toThrow(
    "matomo({ host: 'http://stats.example.kz' }): give an https address",
  )
  expect(() => amplitude({ id: hex, version: '2' })).toThrow("amplitude({ version: '2' })")
})
