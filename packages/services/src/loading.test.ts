// @vitest-environment happy-dom
// @vitest-environment-options { "url": "https://shop.example/a" }
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { type FakePage, fakePage } from './fake-page.fixture.ts'
import { presets } from './every-preset.ts'
import { vendorMemory } from './vendor-memory.ts'

let page: FakePage

beforeEach(() => {
  vi.useFakeTimers({ now: 29_000_000 * 60_000, toFake: ['Date'] })
})
afterEach(() => {
  page.clear()
  vi.useRealTimers()
})

const loadable = presets
  .map(([make, script]) => [make().id, make, script] as const)
  .filter(([, , script]) => script)

describe.each(loadable)('%s', (_id, make, script) => {
  test('touches nothing before it is allowed', async () => {
    page = fakePage()
    await page.prepare(make())
    expect(page.globals()).toEqual([])
    expect(page.asked).toEqual([])
  })

  test('asks for its script once, whatever is withdrawn and granted again', async () => {
    page = fakePage(() => {})
    const preset = make()
    await page.grant(preset)
    await page.withdraw(preset)
    await page.grant(preset)
    expect(page.asked).toEqual([script])
  })

  test('asks again for a script that was withdrawn on its way', async () => {
    page = fakePage()
    const preset = make()
    // Core starts nothing twice that has no stop().
    if (!preset.stop) return
    const first = page.grant(preset)
    await page.withdraw(preset)
    const second = page.grant(preset)
    await first
    await page.withdraw(preset)
    await second
    expect(page.asked).toEqual([script, script])
    expect(vendorMemory().ran.size).toBe(0)
  })

  test('passes a failure on, and tries again on the next grant', async () => {
    page = fakePage(() => {
      throw new Error('blocked')
    })
    const preset = make()
    if (!preset.stop) return
    await expect(page.grant(preset)).rejects.toThrow('blocked')
    await page.withdraw(preset)
    await expect(page.grant(preset)).rejects.toThrow('blocked')
    expect(page.asked).toEqual([script, script])
  })
})

const STAY = ['dataLayer', 'gtag', 'TiktokAnalyticsObject']

test('leaves no queue behind when the script never arrived', async () => {
  for (const [, make] of loadable) {
    const preset = make()
    if (!preset.stop) continue
    page = fakePage()
    const loading = page.grant(preset)
    await page.withdraw(preset)
    await loading
    const left = page.globals().filter((name) => !STAY.includes(name) && !name.includes('isable'))
    expect([preset.id, left]).toEqual([preset.id, []])
    page.clear()
  }
})

test('makes its stub although an element has the same name as id', async () => {
  const [, make] = loadable.find(([id]) => id === 'meta-pixel') ?? []
  page = fakePage(() => {})
  Object.assign(globalThis, { fbq: document.createElement('img') })
  await page.grant(make?.() ?? { id: '', category: '' })
  expect(Reflect.get(globalThis, 'fbq')).toBeTypeOf('function')
})
