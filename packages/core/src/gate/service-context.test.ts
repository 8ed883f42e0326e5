// @vitest-environment happy-dom
import { afterEach, expect, test, vi } from 'vitest'
import type { LoadContext } from '../model/load-context.ts'
import type { Service } from '../model/options.ts'
import { gateOnPage, settled } from './testing/gate-on-page.ts'

afterEach(() => {
  vi.useRealTimers()
})

/** Starts a service, and hands out what it is called with and its only script. */
async function started(service: Partial<Service> = {}, nonce = '') {
  let context: LoadContext | undefined
  const own: Service = {
    id: 'stats',
    category: 'analytics',
    load: (given) => void (context = given),
    ...service,
  }
  const video: Service = { id: 'video', category: 'functional' }
  const at = gateOnPage('', { options: { nonce, services: [own, video] } })
  at.allowed.add('analytics')
  at.gate.open()
  await Promise.resolve()
  if (!context) throw new Error('not started')
  const script = () => document.querySelector<HTMLScriptElement>('html > script')
  return { ...at, context, script }
}

const URL = 'https://stats.example/1.js'

test('adds a script with the page’s nonce and what the service gives it', async () => {
  const { context, script } = await started({}, 'abc')
  const loaded = context.loadScript(URL, { crossorigin: 'anonymous', id: '' })
  const found = script()
  const names = [...(found?.attributes ?? [])].map(({ name, value }) => `${name}=${value}`)
  expect(names.sort()).toEqual(['crossorigin=anonymous', 'nonce=abc', `src=${URL}`])
  found?.dispatchEvent(new Event('load'))
  await expect(loaded).resolves.toBeUndefined()
  expect(script()).toBe(found)
  found?.remove()
})

test.each(['javascript:alert(1)', 'http://stats.example/', 'data:text/javascript,1'])(
  'adds no script from %s, and names the address',
  async (url) => {
    location.href = 'https://shop.example/'
    const { context, script } = await started()
    await expect(context.loadScript(url)).rejects.toMatchObject({
      code: 'bad-url',
      message: `[kelisim] bad-url: "${url}"`,
    })
    expect(script()).toBeNull()
  },
)

test('names the script that failed twice, and leaves none behind', async () => {
  const { context, script } = await started()
  const loaded = context.loadScript(URL)
  script()?.dispatchEvent(new Event('error'))
  await settled()
  script()?.dispatchEvent(new Event('error'))
  await expect(loaded).rejects.toMatchObject({
    code: 'script-failed',
    message: `[kelisim] script-failed: "${URL}": failed`,
  })
  expect(script()).toBeNull()
})

test('waits for a script as long as the service says', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
  const { context, script } = await started({ timeoutMs: 300 })
  const loaded = context.loadScript(URL).catch((fault: Error) => fault.message)
  const first = script()
  await vi.advanceTimersByTimeAsync(299)
  expect(script()).toBe(first)
  await vi.advanceTimersByTimeAsync(1)
  expect(script()).not.toBe(first)
  await vi.advanceTimersByTimeAsync(300)
  expect(await loaded).toBe(`[kelisim] script-failed: "${URL}": timeout`)
})

test('takes a script out whose consent was withdrawn on its way, and says that nothing failed', async () => {
  const { context, script, decide } = await started()
  const loaded = context.loadScript(URL)
  const first = script()
  await decide()
  await expect(loaded).resolves.toBeUndefined()
  expect([script(), first?.ownerDocument === document]).toEqual([null, false])
})

test('tells what is allowed of another service by its id, and of names that are not known', async () => {
  const { context, allowed } = await started()
  allowed.add('functional')
  expect(['stats', 'video', 'analytics', 'marketing', 'nobody'].map(context.accepted)).toEqual([
    true,
    true,
    true,
    false,
    false,
  ])
  allowed.delete('analytics')
  expect(['stats', 'video'].map(context.accepted)).toEqual([false, true])
})

test('has refused nothing before the instance is at work', async () => {
  const { context, state } = await started()
  state.running = undefined
  expect(context.refused()).toBe(false)
})
