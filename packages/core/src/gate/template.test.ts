// @vitest-environment happy-dom
import { expect, test } from 'vitest'
import { gateOnPage } from './testing/gate-on-page.ts'

const template = (content: string, attributes = '') =>
  `<template data-category="marketing" ${attributes}>${content}</template><i></i>`
const names = () => [...document.body.children].map(({ localName }) => localName)
const contentOf = (only: ReturnType<typeof gateOnPage>['only']) =>
  [...only<HTMLTemplateElement>('template').content.children].map(({ localName }) => localName)

test('puts its content behind itself when it is allowed, and takes it back at a withdrawal', async () => {
  const { decide, only } = gateOnPage(template('<b></b><script>1</script>'))
  await decide('marketing')
  expect([names(), contentOf(only)]).toEqual([['template', 'b', 'script', 'i'], []])
  await decide()
  expect([names(), contentOf(only)]).toEqual([
    ['template', 'i'],
    ['b', 'script'],
  ])
})

test('has fresh scripts, which the browser runs, and shows the same ones again', async () => {
  const { decide, only, seams } = gateOnPage(template('<script id="own">1</script>'))
  const first = only<HTMLTemplateElement>('template').content.querySelector('script')
  await decide('marketing')
  const live = only('script')
  expect([live === first, live.id, live.text, seams.memory.done.has(live)]).toEqual([
    false,
    'own',
    '1',
    true,
  ])
  await decide()
  await decide('marketing')
  expect(only('script')).toBe(live)
})

test('opens nothing where a script does not carry our nonce', async () => {
  const scripts = '<script nonce="a">1</script><script>2</script>'
  const { decide, told } = gateOnPage(template(scripts), { options: { nonce: 'a' } })
  await decide('marketing')
  expect([names(), told]).toEqual([['template', 'i'], ['no-nonce <script>']])
})

test('opens where every script carries our nonce', async () => {
  const { decide, told } = gateOnPage(template('<script nonce="a">1</script>'), {
    options: { nonce: 'a' },
  })
  await decide('marketing')
  expect([names(), told]).toEqual([['template', 'script', 'i'], []])
})

test('asks for a reload at a withdrawal only where scripts were in it', async () => {
  const swept: number[] = []
  const sweep = { cleanUp: (_: unknown, left: readonly unknown[]) => swept.push(left.length) }
  const { decide } = gateOnPage(template('<b></b>') + template('<script>1</script>'), {
    files: { sweep },
  })
  await decide('marketing')
  await decide()
  expect(swept).toEqual([1])
})

test('counts as loaded for what waits for it', async () => {
  const { decide, only } = gateOnPage(
    template('', 'id="box"') +
      '<script type="text/plain" data-category="marketing" data-after="box">1</script>',
  )
  await decide('marketing')
  expect(only('script').hasAttribute('type')).toBe(false)
})
