// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test } from 'vitest'
import { callsOf, type FakePage, fakePage, read } from './fake-page.fixture.ts'
import { yandexMetrika } from './presets/yandex-metrika.ts'
import { yandexMetrikaWebvisor } from './presets/yandex-metrika-webvisor.ts'

const metrika = yandexMetrika({ id: 123 })
const webvisor = yandexMetrikaWebvisor({ id: 123 })
const settings = { clickmap: true, trackLinks: true, accurateTrackBounce: true }
let page: FakePage
let log: string[]

// The flag is read when a counter is made; `destruct` takes it down; `defer` sends no page view.
function arrive(): void {
  const counters = new Map<unknown, unknown>()
  const ym = (id: unknown, command: unknown, given: Record<string, unknown> = {}): void => {
    if (command === 'destruct' && counters.delete(id)) log.push('destruct')
    if (command !== 'init' || counters.has(id) || read(`disableYaCounter${String(id)}`)) return
    counters.set(id, given)
    log.push(`init webvisor=${String(given.webvisor)}${given.defer ? '' : ' hit'}`)
  }
  const waiting = callsOf(read('ym.a')) as Parameters<typeof ym>[]
  Reflect.set(globalThis, 'ym', ym)
  for (const call of waiting) ym(...call)
}

beforeEach(() => {
  log = []
  page = fakePage(arrive)
})
afterEach(() => page.clear())

test('queues one counter without replay before its script', async () => {
  page = fakePage()
  void page.grant(metrika)
  expect(callsOf(read('ym.a'))).toEqual([[123, 'init', { ...settings, webvisor: false }]])
  expect(read('ym.l')).toBeTypeOf('number')
  expect(page.asked).toEqual(['https://mc.yandex.ru/metrika/tag.js'])
})

test('records only where replay is allowed too, in either order', async () => {
  await page.grant(webvisor)
  expect(page.asked).toEqual([])
  await page.grant(metrika)
  expect(log).toEqual(['init webvisor=true hit'])
  page.clear()
  log = []
  page = fakePage(arrive)
  const loading = page.grant(metrika)
  await page.grant(webvisor)
  await loading
  expect(log).toEqual(['init webvisor=true hit'])
})

test('cannot be talked into replay by the settings', async () => {
  await page.grant(
    yandexMetrika({ id: 123, webvisor: true, settings: { webvisor: true } } as never),
  )
  expect(log).toEqual(['init webvisor=false hit'])
})

test('starts a running counter anew when replay is granted or withdrawn, without a second hit', async () => {
  await page.grant(metrika)
  await page.grant(webvisor)
  await page.withdraw(webvisor)
  expect(log).toEqual([
    'init webvisor=false hit',
    'destruct',
    'init webvisor=true',
    'destruct',
    'init webvisor=false',
  ])
})

test('destroys the counter and sets the flag on a withdrawal', async () => {
  await page.grant(metrika)
  await page.withdraw(metrika)
  expect(log).toEqual(['init webvisor=false hit', 'destruct'])
  expect(read('disableYaCounter123')).toBe(true)
})

test('takes the flag back on a new grant, and counts no second hit', async () => {
  await page.grant(metrika)
  await page.withdraw(metrika)
  await page.grant(metrika)
  expect(log).toEqual(['init webvisor=false hit', 'destruct', 'init webvisor=false'])
  expect(page.globals()).not.toContain('disableYaCounter123')
})

test('counts one hit when it was withdrawn and granted before the script came', async () => {
  page = fakePage()
  void page.grant(metrika)
  await page.withdraw(metrika)
  expect(page.globals()).toEqual(['disableYaCounter123'])
  void page.grant(metrika)
  expect(callsOf(read('ym.a'))).toHaveLength(1)
  arrive()
  expect(log).toEqual(['init webvisor=false hit'])
})

test('does not record after both are withdrawn, in either order', async () => {
  await page.grant(metrika)
  await page.grant(webvisor)
  await page.withdraw(metrika)
  await page.withdraw(webvisor)
  expect(log.at(-1)).toBe('destruct')
})

test('leaves alone what a page of its own made', async () => {
  const ym = Object.assign(() => {}, { a: [] })
  Reflect.set(globalThis, 'ym', ym)
  page = fakePage()
  void page.grant(metrika)
  await page.withdraw(metrika)
  expect(read('ym')).toBe(ym)
  Reflect.deleteProperty(globalThis, 'ym')
})

test('refuses what is no number of a counter', () => {
  expect(() => yandexMetrika({ id: 'abc' })).toThrow(
    "[kelisim] bad-option: yandexMetrika({ id: 'abc' }): a Metrika counter id is digits only, such as 12345678.",
  )
})
