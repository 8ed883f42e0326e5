import { expect, test } from 'vitest'
import { partly } from './allows.ts'
import { resolveAsked } from './asked.ts'
import type { Decision } from './decision.ts'
import { isRefused } from './is-refused.ts'

const video = { id: 'video', category: 'functional' }
const asked = resolveAsked({ services: [video] })
const hash = asked.categories.get('functional')?.hash ?? ''

/** Whether the service is refused by answers to the question of today, or to another one. */
const refused = (category: boolean | undefined, service?: boolean, question = hash) =>
  isRefused(
    {
      categories: category === undefined ? {} : { functional: category },
      services: service === undefined ? {} : { video: service },
      asked: { functional: question },
    } as unknown as Decision,
    asked,
    video,
  )

test('is what the category says, unless the service was answered by itself', () => {
  expect([refused(false), refused(true), refused(true, false), refused(false, true)]).toEqual([
    true,
    false,
    true,
    false,
  ])
})

test('is nothing that nobody answered', () => {
  expect([refused(undefined), refused(undefined, undefined, partly(hash))]).toEqual([false, false])
})

test('is only what was refused by itself where the category has no answer of its own', () => {
  const question = partly(hash)
  expect([refused(false, undefined, question), refused(false, false, question)]).toEqual([
    false,
    true,
  ])
  expect(refused(false, true, question)).toBe(false)
})

test('is not what was allowed to an earlier question', () => {
  expect([refused(true, undefined, '0000000'), refused(false, undefined, '0000000')]).toEqual([
    false,
    true,
  ])
})

test('is not what is strictly necessary, whatever the page has stored', () => {
  const necessary = { id: 'cart', category: 'necessary' }
  const odd = { categories: { necessary: false }, services: { cart: false }, asked: {} }
  expect(isRefused(odd as unknown as Decision, asked, necessary)).toBe(false)
})
