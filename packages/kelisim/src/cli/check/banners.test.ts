import { expect, test } from 'vitest'
import { roleOf } from './banners.ts'

test.each([
  ['Принять все', 'accept'],
  ['Соглашаюсь', 'accept'],
  ['Понятно', 'accept'],
  ['Барлығын қабылдау', 'accept'],
  ['OK', 'accept'],
  ['I agree', 'accept'],
  ['Отклонить', 'refuse'],
  ['Принять только необходимые', 'refuse'],
  ['Только обязательные', 'refuse'],
  ['Тек қажетті', 'refuse'],
  ['Келіспеймін', 'refuse'],
  ['Reject all', 'refuse'],
  ['Accept only necessary', 'refuse'],
  ['Настройки cookie', 'open'],
  ['Cookie settings', 'open'],
  ['Отозвать согласие', 'open'],
  ['Okapi', undefined],
  ['Купить', undefined],
  ['Принять участие в акции, которая идёт до конца года, и узнать об этом больше', undefined],
])('takes "%s" for %s', (text, role) => {
  expect(roleOf(text)).toBe(role)
})
