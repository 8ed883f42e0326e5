import { expect, test } from 'vitest'
import type { State } from '../state.ts'
import { connectLayer, type Layer } from './layer.ts'

const FOUND = [{} as Element]
const tick = (): Promise<void> => new Promise((done) => setTimeout(done))

function connect({ preview = false, fails = false } = {}) {
  const log: string[] = []
  const layer: Layer = {
    show: (found) => log.push(`show ${found.length}`),
    stop: () => log.push('stop'),
  }
  const state = {
    options: { preview },
    report: (...told: readonly unknown[]) => log.push(told.join(' ')),
    files: {
      async use(name: string, run: (file: unknown) => unknown) {
        log.push(`fetch ${name}`)
        await Promise.resolve()
        if (fails) throw new Error('away')
        return run({ create: () => layer })
      },
    },
  } as unknown as State
  return { log, ...connectLayer('placeholders', { state, openOnce: () => () => {} }) }
}

test('fetches nothing while there is nothing to draw', async () => {
  const { log, show } = connect()
  show([])
  await tick()
  expect(log).toEqual([])
})

test('is fetched once, and draws the latest that was found', async () => {
  const { log, show } = connect()
  show(FOUND)
  show([...FOUND, ...FOUND])
  await tick()
  show([])
  expect(log).toEqual(['fetch placeholders', 'show 2', 'show 0'])
})

test('draws nothing in a preview', async () => {
  const { log, show } = connect({ preview: true })
  show(FOUND)
  await tick()
  expect(log).toEqual([])
})

test('tells of a file that does not come, and does not ask for it again', async () => {
  const { log, show } = connect({ fails: true })
  show(FOUND)
  await tick()
  show(FOUND)
  await tick()
  expect(log).toEqual(['fetch placeholders', 'load-failed placeholders Error: away'])
})

test('takes away what it drew, and draws nothing whose file comes after the end', async () => {
  const { log, show, stop } = connect()
  show(FOUND)
  await tick()
  stop()
  expect(log).toEqual(['fetch placeholders', 'show 1', 'stop'])
  const late = connect()
  late.show(FOUND)
  late.stop()
  await tick()
  late.show(FOUND)
  await tick()
  expect(late.log).toEqual(['fetch placeholders', 'show 0', 'show 1'])
})
