// @vitest-environment happy-dom
import { afterEach, expect, test, vi } from 'vitest'
import { calltouch } from './presets/calltouch.ts'
import { carrotQuest } from './presets/carrot-quest.ts'
import { type FakePage, fakePage, read } from './fake-page.fixture.ts'
import { hotjar } from './presets/hotjar.ts'
import { kaspiButton } from './presets/kaspi-button.ts'
import { liveInternet } from './presets/live-internet.ts'
import { roistat } from './presets/roistat.ts'
import { top100 } from './presets/top-100.ts'
import { zeroKz } from './presets/zero-kz.ts'

const privacyUrl = 'https://vendor.example/privacy'
const hex = '0123456789abcdef0123456789abcdef'
let page: FakePage

afterEach(() => {
  page.clear()
  vi.unstubAllGlobals()
})

test('asks LiveInternet for one picture, after consent', async () => {
  const pictures: { src?: string }[] = []
  function Image(): object {
    const picture = {}
    pictures.push(picture)
    return picture
  }
  vi.stubGlobal('Image', Image)
  page = fakePage()
  const counter = liveInternet({ privacyUrl })
  expect(pictures).toEqual([])
  await page.grant(counter)
  await page.withdraw(counter)
  await page.grant(counter)
  expect(pictures).toHaveLength(1)
  expect(pictures[0]?.src).toMatch(
    /^https:\/\/counter\.yadro\.ru\/hit\?r;s\d+\*\d+\*\d+;u[^;]+;h[^;]*;0\.\d+$/,
  )
})

test('queues the account and one page view for Top-100', async () => {
  page = fakePage(() => {})
  await page.grant(top100({ id: 123, privacyUrl }))
  expect(read('_top100q')).toEqual([['setAccount', '123'], ['trackPageview']])
})

test('queues the number and the type for Zero.kz', async () => {
  page = fakePage(() => {})
  await page.grant(zeroKz({ id: 123, privacyUrl }))
  expect(read('_zero_kz_')).toEqual([
    ['id', 123],
    ['type', 1],
  ])
})

test('tells Roistat the project, and goes on with a visit', async () => {
  document.cookie = 'roistat_visit=17'
  page = fakePage(() => {})
  await page.grant(roistat({ id: hex, privacyUrl }))
  expect(page.asked).toEqual(['https://cloud.roistat.com/dist/module.js'])
  expect(read('roistatProjectId')).toBe(hex)
  expect(read('roistatHost')).toBe('cloud.roistat.com')
})

test('gives Calltouch its counter and a list of calls', async () => {
  page = fakePage(() => {})
  await page.grant(calltouch({ id: 'ab12cd34', privacyUrl }))
  expect(read('CalltouchDataObject')).toBe('ct')
  expect(read('ct.counters')).toEqual(['ab12cd34'])
  expect([read('ct.callbacks'), read('ct.loaded')]).toEqual([[], false])
})

test('connects Carrot quest once', async () => {
  page = fakePage(() => {})
  const chat = carrotQuest({ id: '1-ab', privacyUrl })
  await page.grant(chat)
  await page.grant(chat)
  expect(read('carrotquestasync')).toEqual(['connect', ['1-ab']])
})

test('tells Hotjar the site', async () => {
  page = fakePage(() => {})
  await page.grant(hotjar({ id: 123 }))
  expect(read('_hjSettings')).toEqual({ hjid: 123, hjsv: 6 })
  expect(read('hj.q')).toEqual([])
})

test('has the Kaspi buttons of the page drawn when the script is there', async () => {
  const reinit = vi.fn<() => void>()
  page = fakePage(() => void Reflect.set(globalThis, 'ksWidgetInitializer', { reinit }))
  await page.grant(kaspiButton({ privacyUrl }))
  expect(page.attributes).toEqual({ id: 'KS-Widget' })
  expect(reinit).toHaveBeenCalledOnce()
})
