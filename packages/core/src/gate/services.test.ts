// @vitest-environment happy-dom
import { afterEach, expect, test, vi } from 'vitest'
import { resolveAsked } from '../model/asked.ts'
import type { LoadContext } from '../model/load-context.ts'
import type { Service } from '../model/options.ts'
import type { Running, State } from '../state.ts'
import type { GatePorts } from './gate-ports.ts'
import { createSchedule } from './schedule.ts'
import { createServiceRunner } from './services.ts'

afterEach(() => {
  vi.useRealTimers()
})

const tick = (): Promise<void> => new Promise((done) => setTimeout(done))

/** Runs services whose category is `analytics`, of which the visitor is asked; all that happens is noted. */
function run(service: Partial<Service>, options: State['options'] = {}) {
  const log: string[] = []
  const contexts: LoadContext[] = []
  const put = (name: string) => (context: LoadContext) => {
    contexts.push(context)
    log.push(`${name} ${context.allowed() ? 'allowed' : context.refused() ? 'refused' : 'open'}`)
  }
  const calls = {
    prepare: put('prepare'),
    load: put('load'),
    update: put('update'),
    stop: put('stop'),
  }
  const services: Service[] = [{ id: 'stats', category: 'analytics', ...calls, ...service }]
  const asked = resolveAsked({ services })
  const { hash } = asked.categories.get('analytics') ?? { hash: '' }
  let answer: boolean | undefined
  const read = () =>
    answer === undefined
      ? null
      : { categories: { analytics: answer }, services: {}, asked: { analytics: hash } }
  const ports = {
    state: { asked, options, running: { read } as unknown as Running } as State,
    memory: { done: new WeakSet(), started: new Set() },
    allows: () => answer === true,
    linger: () => log.push('lingers'),
    report: (code: string, subject: string) => log.push(`${code} ${subject}`),
    nonce: '',
    services,
    roots: [],
  } as unknown as GatePorts
  const runner = createServiceRunner(ports, createSchedule())
  const decide = async (next: boolean | undefined): Promise<void> => {
    answer = next
    runner.close()
    runner.open()
    await tick()
  }
  return { log, contexts, runner, decide }
}

test('prepares a service before anything is answered, and before the call returns', () => {
  const { log, runner } = run({})
  runner.open()
  runner.open()
  expect(log).toEqual(['prepare open'])
})

test('tells a prepared service of each answer, loads it when allowed, and prepares it again', async () => {
  const { log, runner, decide } = run({})
  runner.open()
  await decide(undefined)
  await decide(false)
  await decide(true)
  await decide(false)
  await decide(false)
  expect(log).toEqual([
    'prepare open',
    'update open',
    'update refused',
    'load allowed',
    'stop refused',
    'lingers',
    'prepare refused',
    'update refused',
  ])
})

test('does not prepare what is allowed already', async () => {
  const { log, decide } = run({})
  await decide(true)
  expect(log).toEqual(['load allowed'])
})

test('prepares nothing in a preview', () => {
  const { log, runner } = run({}, { preview: true })
  runner.open()
  expect(log).toEqual([])
})

test('prepares nothing that the profile leaves out', () => {
  const { log, runner } = run({ category: '' })
  runner.open()
  expect(log).toEqual([])
})

test('ends what was prepared with the instance, and not with an answer', async () => {
  const { contexts, runner, decide } = run({})
  runner.open()
  await decide(false)
  expect(contexts[0]?.signal.aborted).toBe(false)
  runner.close(true)
  expect(contexts[0]?.signal.aborted).toBe(true)
})

test('reports what a service throws before consent, and goes on', async () => {
  const { log, runner, decide } = run({
    prepare: () => {
      throw new Error('no')
    },
  })
  runner.open()
  await decide(true)
  expect(log).toEqual(['service-failed stats', 'load allowed'])
})

test('tells what is allowed by name, categories and services', async () => {
  const { contexts, decide } = run({})
  await decide(true)
  expect(contexts[0]?.answers()).toEqual({
    categories: { necessary: true, functional: true, analytics: true, marketing: true },
    services: { stats: true },
  })
})

test('updates what runs while it stays allowed, and what was not loaded yet not', async () => {
  const { log, decide } = run({ prepare: undefined as never })
  await decide(true)
  await decide(true)
  expect(log).toEqual(['load allowed', 'update allowed'])
  const waiting = run({ after: ['never'] })
  await waiting.decide(true)
  await waiting.decide(true)
  await waiting.decide(false)
  expect(waiting.log).toEqual(['prepare refused'])
})

test('loads nothing whose consent was withdrawn while it waited for its turn', async () => {
  const { log, runner, decide } = run({ prepare: undefined as never })
  void decide(true)
  void decide(false)
  await tick()
  expect(log).toEqual([])
  runner.open()
  expect(log).toEqual([])
})

test('never loads again what cannot be stopped', async () => {
  const { log, decide } = run({ prepare: undefined as never, stop: undefined as never })
  await decide(true)
  await decide(false)
  await decide(true)
  expect(log).toEqual(['load allowed', 'lingers'])
})

test('does without what a service leaves out', async () => {
  const { log, decide } = run({ load: undefined as never, prepare: undefined as never })
  await decide(true)
  await decide(true)
  await decide(false)
  expect(log).toEqual([])
})

test('tells of a service that fails, and of none that fails because it was withdrawn', async () => {
  const failing = run({ prepare: undefined as never, load: () => Promise.reject(new Error('no')) })
  await failing.decide(true)
  expect(failing.log).toEqual(['service-failed stats'])
  const aborted = run({
    prepare: undefined as never,
    load: ({ signal }) =>
      new Promise((_, fail) => signal.addEventListener('abort', () => fail(new Error('off')))),
  })
  await aborted.decide(true)
  await aborted.decide(false)
  expect(aborted.log).toEqual(['stop refused', 'lingers'])
})

test.each([
  ['ten seconds', {}, 10_000],
  ['its own time', { timeoutMs: 50 }, 50],
])('tells once of a service that gives no answer within %s', async (_, own, ms) => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
  const { log, decide } = run({
    prepare: undefined as never,
    load: () => new Promise(() => {}),
    ...own,
  })
  void decide(true)
  await vi.advanceTimersByTimeAsync(ms - 1)
  expect(log).toEqual([])
  await vi.advanceTimersByTimeAsync(ms)
  expect(log).toEqual(['service-timeout stats'])
})

test('waits no longer for a service that has answered', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
  const { log, decide } = run({ prepare: undefined as never })
  void decide(true)
  await vi.advanceTimersByTimeAsync(20_000)
  expect(log).toEqual(['load allowed'])
})
