import { expect, test, vi } from 'vitest'
import type { Patient } from './measures/measure.ts'
import { runRounds } from './rounds.ts'

const patient = (name: string) => ({ path: () => name }) as unknown as Patient
const partThatNotes = (seen: string[], every = 1) => ({
  every,
  isCheck: true,
  measure: async ({ path }: Patient) => {
    seen.push(path(0))
    return { sample: { order: seen.length } }
  },
})

test('lets another one be first in each round, and does not count the first round', async () => {
  const seen: string[] = []
  const patients = ['a', 'b', 'c'].map(patient)
  const found = await runRounds({ patients, parts: [partThatNotes(seen)], rounds: 2 }, () => {})
  expect(seen.join('')).toBe('abcbcacab')
  expect(found.map((each) => each.map(({ sample }) => sample['order']))).toEqual([
    [6, 8],
    [4, 9],
    [5, 7],
  ])
})

test('runs slow parts less often', async () => {
  const seen: string[] = []
  const plan = { patients: [patient('a')], parts: [partThatNotes(seen, 2)], rounds: 5 }
  const [found] = await runRounds(plan, () => {})
  // The one that does not count, and the first, third and fifth.
  expect(seen).toHaveLength(4)
  expect(found).toHaveLength(3)
})

test('begins with what shows that a subject does its job, and stops where it does not', async () => {
  const seen: string[] = []
  const parts = [
    { every: 1, measure: partThatNotes(seen).measure },
    { every: 1, isCheck: true, measure: () => Promise.reject(new Error('it asks again')) },
  ]
  const plan = { patients: [patient('a')], parts, rounds: 1 }
  await expect(runRounds(plan, () => {})).rejects.toThrow('it asks again')
  expect(seen).toEqual([])
})

test('measures once more where it failed', async () => {
  let tries = 0
  const measure = async () => {
    tries += 1
    if (tries === 1) throw new Error('a click got lost')
    return { sample: { tries } }
  }
  const plan = { patients: [patient('a')], parts: [{ every: 1, measure }], rounds: 1 }
  const told = vi.spyOn(console, 'error').mockReturnValue()
  const [found] = await runRounds(plan, () => {})
  expect(found).toEqual([{ sample: { tries: 2 } }])
  expect(told).toHaveBeenCalledOnce()
  told.mockRestore()
})
