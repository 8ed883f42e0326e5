// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { callsOf, type FakePage, fakePage, read } from './fake-page.fixture.ts'
import { linkedinInsight } from './presets/linkedin-insight.ts'
import { metaPixel } from './presets/meta-pixel.ts'
import { microsoftUet } from './presets/microsoft-uet.ts'
import { tiktokPixel } from './presets/tiktok-pixel.ts'
import { vkAds } from './presets/vk-ads.ts'
import { vkRetargeting } from './presets/vk-retargeting.ts'
import { yandexRtb } from './presets/yandex-rtb.ts'

const now = Date.UTC(2026, 10, 25)
let page: FakePage

beforeEach(() => void vi.useFakeTimers({ now, toFake: ['Date'] }))
afterEach(() => {
  page.clear()
  vi.useRealTimers()
})

test('grants Meta consent before the first call, and revokes it', async () => {
  const log: unknown[] = []
  page = fakePage(() => {
    log.push(...callsOf(read('fbq.queue')))
    Object.assign(read('fbq') as object, { callMethod: (...call: unknown[]) => log.push(call) })
  })
  const meta = metaPixel({ id: 123 })
  await page.grant(meta)
  expect(read('_fbq')).toBe(read('fbq'))
  await page.withdraw(meta)
  await page.grant(meta)
  expect(log).toEqual([
    ['consent', 'grant'],
    ['init', '123'],
    ['track', 'PageView'],
    ['consent', 'revoke'],
    ['consent', 'grant'],
  ])
})

test('grants TikTok consent before the page view, and revokes it', async () => {
  const id = 'C4AB12CD34EF56GH78IJ'
  const log: unknown[] = []
  const script = 'https://analytics.tiktok.com/i18n/pixel/events.js'
  page = fakePage(() => {
    log.push(...callsOf(read('ttq')))
    const put = (name: string) => () => log.push([name])
    const [grantConsent, revokeConsent] = [put('grantConsent'), put('revokeConsent')]
    expect(read(`ttq._i.${id}._u`)).toBe(script)
    Reflect.set(globalThis, 'ttq', {
      push: () => {},
      page: put('page'),
      grantConsent,
      revokeConsent,
    })
  })
  const tiktok = tiktokPixel({ id })
  await page.grant(tiktok)
  await page.withdraw(tiktok)
  await page.grant(tiktok)
  expect(log).toEqual([['grantConsent'], ['page'], ['revokeConsent'], ['grantConsent']])
  expect(read('TiktokAnalyticsObject')).toBe('ttq')
})

test('keeps the calls of a page for one TikTok pixel until the script comes', async () => {
  page = fakePage()
  const id = 'C4AB12CD34EF56GH78IJ'
  void page.grant(tiktokPixel({ id }))
  const ttq = read('ttq') as { instance(id: string): { track(name: string): void } }
  ttq.instance(id).track('Contact')
  expect(callsOf(read(`ttq._i.${id}`))).toEqual([['track', 'Contact']])
})

test('queues one page view of VK Ads', async () => {
  page = fakePage(() => {})
  await page.grant(vkAds({ id: 123 }))
  expect(read('_tmr')).toEqual([{ id: '123', type: 'pageView', start: now }])
  expect(page.attributes).toEqual({ id: 'topmailru-code' })
})

test('starts VK retargeting when its script is there', async () => {
  const log: unknown[] = []
  page = fakePage(() => {
    const Retargeting = { Init: (id: string) => log.push(id), Hit: () => log.push('hit') }
    Reflect.set(globalThis, 'VK', { Retargeting })
  })
  await page.grant(vkRetargeting({ id: 'VK-RTRG-1-a' }))
  expect(log).toEqual(['VK-RTRG-1-a', 'hit'])
})

test('grants UET storage before it is made, and denies it', async () => {
  const log: unknown[] = []
  page = fakePage(() => {
    const note = (...[event, kind, storage]: unknown[]): void => {
      const { ad_storage: value } = (storage ?? {}) as Record<string, unknown>
      log.push([event, kind, value].filter(Boolean).join(' '))
    }
    function UET(this: object, { ti, q }: { ti: string; q: unknown[] }): void {
      log.push(ti)
      note(...q)
      Object.assign(this, { push: note })
    }
    Reflect.set(globalThis, 'UET', UET)
  })
  const uet = microsoftUet({ id: 123 })
  await page.grant(uet)
  await page.withdraw(uet)
  await page.grant(uet)
  expect(log).toEqual([
    '123',
    'consent default granted',
    'pageLoad',
    'consent update denied',
    'consent update granted',
  ])
})

test('names the partner to LinkedIn once', async () => {
  page = fakePage(() => {})
  await page.grant(linkedinInsight({ id: 123 }))
  await page.grant(linkedinInsight({ id: 123 }))
  expect(read('_linkedin_data_partner_ids')).toEqual(['123'])
  expect(read('_linkedin_partner_id')).toBe('123')
  expect(read('lintrk.q')).toEqual([])
})

test('fills the ad slots of Yandex when its script is there', async () => {
  const log: unknown[] = []
  page = fakePage(() => {
    const AdvManager = { render: (block: unknown) => log.push(block) }
    Reflect.set(globalThis, 'Ya', { Context: { AdvManager } })
    for (const callback of read('yaContextCb') as (() => void)[]) callback()
  })
  const block = { blockId: 'R-A-123-1', renderTo: 'ad' }
  await page.grant(yandexRtb({ blocks: [block] }))
  expect(log).toEqual([block])
})
