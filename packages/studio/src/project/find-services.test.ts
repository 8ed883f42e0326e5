import { expect, test } from 'vitest'
import { findServices } from './find-services.ts'

const idsOf = (query: string) => findServices(query).map(({ id }) => id)

test.each([
  ['яндекс метрика', ['yandex-metrika', 'yandex-metrika-webvisor']],
  ['Ютуб', ['youtube']],
  ['GTM', ['google-tag-manager']],
  ['бейне', ['rutube', 'vimeo', 'vk-video', 'youtube']],
])('finds by «%s»', (query, ids) => {
  expect(idsOf(query)).toEqual(expect.arrayContaining(ids))
})

test('shows all for nothing, and nothing for nonsense', () => {
  expect(idsOf('  ')).toHaveLength(34)
  expect(idsOf('ъъъ')).toEqual([])
})
