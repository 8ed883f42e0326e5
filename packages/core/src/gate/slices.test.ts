import { afterEach, expect, test, vi } from 'vitest'
import { createSlices } from './slices.ts'

afterEach(() => {
  vi.restoreAllMocks()
})

/** Runs tasks that take so many milliseconds each; tells which ran in which turn of the page. */
async function turnsOf(...ms: readonly number[]): Promise<string[]> {
  let clock = 0
  vi.spyOn(performance, 'now').mockImplementation(() => clock)
  const turns: string[] = ['']
  const { add } = createSlices()
  const addAll = (): void =>
    ms.forEach((each, index) =>
      add(() => {
        clock += each
        turns[turns.length - 1] += `${index}`
      }),
    )
  addAll()
  for (let turn = 0; turn < 6; turn += 1) {
    await new Promise((done) => setTimeout(done))
    turns.push('')
  }
  return turns
}

test('runs 32 milliseconds before anything else of the page, then eight in each turn', async () => {
  // The turn in between is the one of this test.
  const turns = await turnsOf(16, 16, 4, 4, 4, 20, 1)
  expect(turns.filter(Boolean)).toEqual(['01', '23', '45', '6'])
})

test('counts from the first that is added, so that finding the others is part of it', async () => {
  let clock = 0
  vi.spyOn(performance, 'now').mockImplementation(() => clock)
  const ran: number[] = []
  const { add } = createSlices()
  for (const each of [0, 1, 2]) {
    add(() => {
      clock += 8
      ran.push(each)
    })
    clock += 8
  }
  await Promise.resolve()
  expect(ran).toEqual([0])
  await new Promise((done) => setTimeout(done))
  expect(ran).toEqual([0, 1])
})

test('runs what is added after everything has run', async () => {
  const log: number[] = []
  const { add } = createSlices()
  add(() => log.push(1))
  expect(log).toEqual([])
  await Promise.resolve()
  expect(log).toEqual([1])
  add(() => log.push(2))
  await Promise.resolve()
  expect(log).toEqual([1, 2])
})

test('begins once for all that is added in one turn', async () => {
  const begin = vi.spyOn(globalThis, 'queueMicrotask')
  const { add } = createSlices()
  add(() => {})
  add(() => {})
  await Promise.resolve()
  expect(begin).toHaveBeenCalledTimes(1)
})
