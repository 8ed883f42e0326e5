// @vitest-environment happy-dom
import { expect, test } from 'vitest'
import type { Decision } from '../model/decision.ts'
import type { Service } from '../model/options.ts'
import { gateOnPage, settled } from './testing/gate-on-page.ts'

const STORED: Service = {
  id: 'stats',
  category: 'analytics',
  storage: [{ name: 's', kind: 'cookie' }],
}

/** A page with services, whose sweeps are noted as what was closed in each. */
function sweeping(services: readonly Service[]) {
  const swept: string[][] = []
  const named = (left: { readonly service?: Service }) => left.service?.id ?? 'script'
  const sweep = {
    cleanUp: (_: unknown, left: readonly object[]) => swept.push(left.map(named)),
  }
  return { ...gateOnPage('', { options: { services: [...services] }, files: { sweep } }), swept }
}

test('runs a service when it is allowed, and stops it when it is not', async () => {
  const log: string[] = []
  const service: Service = {
    id: 'stats',
    category: 'analytics',
    load: ({ signal }) => {
      log.push('load')
      signal.addEventListener('abort', () => log.push('aborted'))
    },
    stop: () => log.push('stop'),
  }
  const { decide, gate, swept } = sweeping([service])
  await decide('analytics')
  await decide('analytics')
  await decide()
  await decide('analytics')
  gate.stop()
  await settled()
  expect(log).toEqual(['load', 'aborted', 'stop', 'load', 'aborted', 'stop'])
  expect(swept).toEqual([['stats']])
})

test('sweeps at the start what refused services may have kept, and not before anybody answered', async () => {
  const before = sweeping([STORED])
  await settled()
  expect(before.swept).toEqual([])
  const refused = sweeping([STORED])
  refused.$decision.set({} as Decision)
  await settled()
  expect(refused.swept).toEqual([[]])
})

test('sweeps nothing where every service is allowed or keeps nothing', async () => {
  const { allowed, $decision, swept, gate } = sweeping([
    STORED,
    { id: 'a', category: 'marketing', storage: [] },
    { id: 'b', category: 'marketing' },
  ])
  $decision.set({} as Decision)
  allowed.add('analytics')
  await settled()
  expect(swept).toEqual([])
  allowed.clear()
  gate.close()
  await settled()
  expect(swept).toEqual([[]])
})

test('sweeps after each answer only what that one closed', async () => {
  const load = () => undefined
  const { decide, swept } = sweeping([
    { id: 'a', category: 'analytics', load },
    { id: 'b', category: 'marketing', load },
  ])
  await decide('analytics', 'marketing')
  await decide('marketing')
  await decide()
  expect(swept).toEqual([['a'], ['b']])
})

test('tells of a sweep that does not come', async () => {
  const { $decision, told } = gateOnPage('', {
    options: { services: [STORED] },
    files: { sweep: undefined },
  })
  $decision.set({} as Decision)
  await settled()
  expect(told).toEqual(['load-failed sweep'])
})

const GRANT = { text: '1~x~analytics:2:0abcdef~~' }

/** A page at whose start Global Privacy Control may be on, and the answers that it noted. */
async function underControl(gpc: unknown, stored: object | null, options = {}, files?: object) {
  const noted: unknown[] = []
  const answer = { answer: (...given: readonly unknown[]) => noted.push(given.slice(1)) }
  const running = { platform: { gpc }, read: () => stored }
  const told: string[] = []
  const tellTakenBack = () => {
    told.push('told')
    return () => told.push('undone')
  }
  const upcoming = { tellTakenBack }
  const at = gateOnPage('', { options, running, files: { answer, upcoming, ...files } })
  await settled()
  return { noted, told: [...at.told, ...told], stop: () => (at.gate.stop(), told) }
}

test('notes that Global Privacy Control takes marketing back, and has it told', async () => {
  const { noted, told, stop } = await underControl(true, GRANT)
  expect(noted).toEqual([[{ categories: ['marketing'], allowed: false }, { action: 'gpc' }]])
  // And the visitor is told, until the instance ends.
  expect([told, stop()]).toEqual([['told'], ['told', 'undone']])
})

test.each([
  ['it is off', false, GRANT, {}],
  ['nothing was answered', true, null, {}],
  ['nothing was allowed without it', true, { text: '1~x~analytics:1:2abcdef~a:12~' }, {}],
  ['marketing is not asked about', true, GRANT, { categories: ['analytics'] }],
  ['it is a preview', true, GRANT, { preview: true }],
])('notes nothing where %s', async (_, gpc, stored, options) => {
  expect(await underControl(gpc, stored, options)).toMatchObject({ noted: [], told: [] })
})

test.each([':2:', ':2.', ':2~'])('finds a grant that yields, written as %s', async (written) => {
  const { noted } = await underControl(true, { text: `1~x~a${written}b` })
  expect(noted).toHaveLength(1)
})

test('tells of an answer that could not be noted', async () => {
  const broken = {
    answer: () => {
      throw new Error('full')
    },
  }
  const { told } = await underControl(true, GRANT, {}, { answer: broken })
  expect(told).toEqual(['load-failed answer'])
})

test('tells the owner that the visitor could not be told', async () => {
  const { noted, told } = await underControl(true, GRANT, {}, { upcoming: undefined })
  expect([noted.length, told]).toEqual([1, ['load-failed upcoming']])
})
