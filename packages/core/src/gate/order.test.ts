import { expect, test } from 'vitest'
import { createOrder } from './order.ts'

const collect = () => {
  const ran: string[] = []
  return { ran, run: (name: string) => () => void ran.push(name) }
}

test('runs at once what waits for nothing', () => {
  const { ran, run } = collect()
  createOrder().after([], run('a'))
  expect(ran).toEqual(['a'])
})

test('waits for everything that is named, whatever comes first', () => {
  const { ran, run } = collect()
  const order = createOrder()
  order.done('early')
  order.after(['early', 'late'], run('both'))
  expect(ran).toEqual([])
  order.done('late')
  expect(ran).toEqual(['both'])
})

test('runs each load once and in the order they were added', () => {
  const { ran, run } = collect()
  const order = createOrder()
  order.after(['a'], run('first'))
  order.after(['a'], run('second'))
  order.done('a')
  order.done('a')
  expect(ran).toEqual(['first', 'second'])
})

test('lets a load free others', () => {
  const { ran, run } = collect()
  const order = createOrder()
  order.after(['b'], run('c'))
  order.after(['a'], () => {
    run('b')()
    order.done('b')
  })
  order.done('a')
  expect(ran).toEqual(['b', 'c'])
})
