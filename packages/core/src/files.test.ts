import { expect, test } from 'vitest'
import { createFiles } from './files.ts'

const recorder = (outcomes: readonly unknown[]) => {
  const calls: string[] = []
  const load = (name: string, attempt: number) => {
    const outcome = outcomes[calls.length]
    calls.push(`${name} ${attempt}`)
    return outcome instanceof Error ? Promise.reject(outcome) : Promise.resolve(outcome)
  }
  return { calls, load }
}
const same = (file: never) => file

test('uses a file that is already there at once', () => {
  const files = createFiles({
    load: () => Promise.reject(new Error('no')),
    builtIn: { answer: 42 },
  })
  expect(files.use('answer', same)).toBe(42)
})

test('fetches a file once', async () => {
  const { calls, load } = recorder(['file'])
  const files = createFiles({ load })
  expect(await files.use('notice', same)).toBe('file')
  expect(files.use('notice', same)).toBe('file')
  expect(calls).toEqual(['notice 0'])
})

test('asks once more under another address', async () => {
  const { calls, load } = recorder([new Error('offline'), 'file'])
  expect(await createFiles({ load }).use('notice', same)).toBe('file')
  expect(calls).toEqual(['notice 0', 'notice 1'])
})

test('gives up after two failures and tries a new address the next time', async () => {
  const { calls, load } = recorder([new Error('1'), new Error('2'), new Error('3'), 'file'])
  const files = createFiles({ load })
  await expect(files.use('notice', same)).rejects.toThrow('2')
  expect(await files.use('notice', same)).toBe('file')
  expect(calls).toEqual(['notice 0', 'notice 1', 'notice 1', 'notice 2'])
})
