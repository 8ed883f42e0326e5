import { setTimeout as sleep } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { coalesce, Overloaded } from './coalesce.ts'

const unfit = () => Object.assign(new Error('unfit'), { code: '22021' })

/** Commits that take a while, and what each was asked to commit. */
function commits() {
  const groups: number[][] = []
  const run = async (items: readonly number[]) => {
    groups.push([...items])
    await sleep(5)
    if (items.includes(13)) throw unfit()
    if (items.includes(99)) throw new Error('down')
    return items.map((item) => item * 2)
  }
  return { groups, run }
}

test('lets those who come while one commits share the next, each with its own answer', async () => {
  const { groups, run } = commits()
  const write = coalesce(run, { lanes: 1, most: 100, waiting: 100 })
  const first = write([1])
  await sleep(2)
  expect(await Promise.all([first, write([2, 3]), write([4])])).toEqual([[2], [4, 6], [8]])
  expect(groups).toEqual([[1], [2, 3, 4]])
})

test('keeps transactions small, and a request whole', async () => {
  const { groups, run } = commits()
  const write = coalesce(run, { lanes: 1, most: 3, waiting: 100 })
  await Promise.all([write([1, 2]), write([3, 4]), write([5]), write([6, 7, 8, 9, 10])])
  expect(groups).toEqual([
    [1, 2],
    [3, 4, 5],
    [6, 7, 8, 9, 10],
  ])
})

test('fails only the request whose row the database refuses', async () => {
  const write = coalesce(commits().run, { lanes: 1, most: 100, waiting: 100 })
  const answers = await Promise.allSettled([write([1]), write([13]), write([2])])
  expect(answers.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled'])
})

test('fails all who share a commit when the database is down, and goes on after it', async () => {
  const write = coalesce(commits().run, { lanes: 1, most: 100, waiting: 100 })
  const answers = await Promise.allSettled([write([1]), write([99])])
  expect(answers.map(({ status }) => status)).toEqual(['rejected', 'rejected'])
  expect(await write([5])).toEqual([10])
})

test('refuses at once what would wait too long', async () => {
  const write = coalesce(commits().run, { lanes: 1, most: 2, waiting: 4 })
  const answers = await Promise.allSettled([write([1, 2]), write([3, 4]), write([5])])
  expect(answers[2]).toMatchObject({ status: 'rejected', reason: expect.any(Overloaded) })
  expect(await write([6])).toEqual([12])
})
