// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { callsOf, type FakePage, fakePage, read } from './fake-page.fixture.ts'
import { ga4 } from './presets/ga4.ts'
import { googleAds } from './presets/google-ads.ts'
import { googleTagManager } from './presets/google-tag-manager.ts'
import { matomo } from './presets/matomo.ts'
import { metaPixel } from './presets/meta-pixel.ts'
import { microsoftClarity } from './presets/microsoft-clarity.ts'
import { microsoftUet } from './presets/microsoft-uet.ts'
import type { Preset } from './preset.ts'
import { tiktokPixel } from './presets/tiktok-pixel.ts'
import { vkAds } from './presets/vk-ads.ts'
import { yandexMetrika } from './presets/yandex-metrika.ts'

type Call = (...args: readonly unknown[]) => void

const bufferCalls = true
const call = (path: string, ...args: readonly unknown[]): void => {
  const [name = '', method = ''] = path.split('.')
  const owner = Reflect.get(globalThis, name) as Record<string, Call> & Call
  if (method) owner[method]?.(...args)
  else owner(...args)
}
const metrika = () => yandexMetrika({ id: 12345678, bufferCalls })
const goal = (name: string): void => call('ym', 12345678, 'reachGoal', name)
const goals = (): unknown[] =>
  callsOf(read('ym.a') ?? [])
    .map((entry) => entry as unknown[])
    .filter(([, command]) => command === 'reachGoal')
    .map(([, , name]) => name)
let page: FakePage

beforeEach(() => {
  page = fakePage(() => {})
})
afterEach(() => {
  page.destroy()
  page.clear()
})

/** Each vendor, what the page calls it by, a call, and where its own queue keeps that. */
const vendors: readonly (readonly [
  preset: () => Preset,
  path: string,
  args: readonly unknown[],
  queue: string,
  kept: unknown,
])[] = [
  [metrika, 'ym', [12345678, 'hit', '/a'], 'ym.a', [12345678, 'hit', '/a']],
  [
    () => ga4({ id: 'G-AB12', bufferCalls }),
    'gtag',
    ['event', 'buy'],
    'dataLayer',
    ['event', 'buy'],
  ],
  [
    () => googleTagManager({ id: 'GTM-AB12', bufferCalls }),
    'dataLayer.push',
    [{ event: 'buy' }],
    'dataLayer',
    { event: 'buy' },
  ],
  [
    () => metaPixel({ id: 1, bufferCalls }),
    'fbq',
    ['track', 'Lead'],
    'fbq.queue',
    ['track', 'Lead'],
  ],
  [
    () => tiktokPixel({ id: 'C4AB12CD34EF56GH78IJ', bufferCalls }),
    'ttq.track',
    ['Contact'],
    'ttq',
    ['track', 'Contact'],
  ],
  [
    () => vkAds({ id: 1, bufferCalls }),
    '_tmr.push',
    [{ type: 'reachGoal' }],
    '_tmr',
    { type: 'reachGoal' },
  ],
  [
    () => microsoftClarity({ id: 'ab12cd', bufferCalls }),
    'clarity',
    ['set', 'a', 'b'],
    'clarity.q',
    ['set', 'a', 'b'],
  ],
  [() => microsoftUet({ id: 1, bufferCalls }), 'uetq.push', ['buy'], 'uetq', 'buy'],
  [
    () => matomo({ id: 1, host: 'https://m.example.kz', country: 'KZ', bufferCalls }),
    '_paq.push',
    [['trackEvent', 'a']],
    '_paq',
    ['trackEvent', 'a'],
  ],
]

describe.each(vendors)('%o', (make, path, args, queue, kept) => {
  test(`hands ${path} on after a grant, behind what comes first, and asks nobody before`, async () => {
    const preset = make()
    await page.prepare(preset)
    call(path, ...args)
    expect(page.asked).toEqual([])
    await page.grant(preset)
    const calls = callsOf(read(queue))
    expect(calls.at(-1)).toEqual(kept)
    expect(calls.length).toBeGreaterThan(1)
  })
})

test('hands calls on in order, and only once', async () => {
  const preset = metrika()
  await page.prepare(preset)
  for (const name of ['first', 'second', 'third']) goal(name)
  await page.grant(preset)
  expect(goals()).toEqual(['first', 'second', 'third'])
  await page.withdraw(preset)
  await page.grant(preset)
  expect(goals()).toEqual(['first', 'second', 'third'])
})

test('drops calls at a refusal, and those that come after it', async () => {
  const preset = metrika()
  await page.prepare(preset)
  goal('before')
  await page.refuse(preset)
  goal('after')
  await page.grant(preset)
  goal('granted')
  expect(goals()).toEqual(['granted'])
})

test('keeps the first hundred calls', async () => {
  const preset = metrika()
  await page.prepare(preset)
  for (let number = 0; number < 150; number++) goal(`${number}`)
  await page.grant(preset)
  expect(goals()).toHaveLength(100)
  expect(goals().at(-1)).toBe('99')
})

test('takes over what the page has put into a list of its own', async () => {
  const own: unknown[] = [{ type: 'reachGoal', goal: 'early' }]
  Reflect.set(globalThis, '_tmr', own)
  const preset = vkAds({ id: 1, bufferCalls })
  await page.prepare(preset)
  own.push({ type: 'reachGoal', goal: 'late' })
  expect(own).toHaveLength(0)
  await page.grant(preset)
  expect(read('_tmr')).toBe(own)
  expect(own.map((entry) => (entry as Record<string, unknown>)['goal'])).toEqual([
    undefined,
    'early',
    'late',
  ])
})

test('keeps no command about consent that the page itself gives', async () => {
  const preset = ga4({ id: 'G-AB12', bufferCalls })
  await page.prepare(preset)
  call('gtag', 'consent', 'default', { analytics_storage: 'denied' })
  call('dataLayer.push', ['consent', 'update', {}])
  call('gtag', 'event', 'consent_seen')
  await page.grant(preset)
  const calls = callsOf(read('dataLayer')) as unknown[][]
  expect(calls.map(([command]) => command)).toEqual(['consent', 'js', 'config', 'event'])
})

test('keeps calls while one of the services that take them is still to be answered', async () => {
  const analytics = ga4({ id: 'G-AB12', bufferCalls })
  const ads = googleAds({ id: 'AW-12', bufferCalls })
  await page.prepare(analytics)
  await page.prepare(ads)
  call('gtag', 'event', 'one')
  await page.refuse(ads)
  call('gtag', 'event', 'two')
  await page.grant(analytics)
  expect((callsOf(read('dataLayer')) as unknown[][]).slice(-2)).toEqual([
    ['event', 'one'],
    ['event', 'two'],
  ])
})

test('passes on a call by a function that the page has kept', async () => {
  const preset = metrika()
  await page.prepare(preset)
  const early = read('ym') as Call
  await page.grant(preset)
  early(12345678, 'reachGoal', 'late')
  expect(goals()).toEqual(['late'])
})

test('goes back to dropping calls where a withdrawal took the vendor away', async () => {
  page = fakePage()
  const preset = metrika()
  void page.grant(preset)
  await page.withdraw(preset)
  expect(read('ym')).toBeUndefined()
  await page.prepare(preset)
  goal('refused')
  void page.grant(preset)
  expect(goals()).toEqual([])
})

test('leaves the vendor alone where it is there already', async () => {
  const vendor = (): void => {}
  Reflect.set(globalThis, 'ym', vendor)
  await page.prepare(metrika())
  expect(read('ym')).toBe(vendor)
})

test('takes its globals away when the instance ends', async () => {
  await page.prepare(metrika())
  await page.prepare(tiktokPixel({ id: 'C4AB12CD34EF56GH78IJ', bufferCalls }))
  page.destroy()
  expect(page.globals()).toEqual([])
})
