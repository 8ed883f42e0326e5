// @vitest-environment happy-dom
import type { Options } from '@kelisim/core'
import { resolveAsked } from '@kelisim/core/asked'
import { afterEach, expect, test, vi } from 'vitest'
import { createAge } from '../../../ui/src/age.ts'
import { showNotice } from '../../../ui/src/notice.ts'
import { fakeCore, textsOf } from '../../../ui/src/testing/fake-core.ts'
import { rootOnPage } from '../../../ui/src/testing/screen.ts'
import { preferencesLines } from './preferences-lines.ts'

const OPTIONS: Options = {
  operator: { name: 'ТОО «Пример»', country: 'KZ' },
  policy: { version: '2', url: '/privacy' },
  categories: ['analytics', { id: 'ai', label: 'AI', description: 'Учит модель' }],
  services: [
    { id: 'counter', category: 'analytics', country: 'US' },
    { id: 'visor', category: 'analytics', name: 'Visor', recordsInput: true },
  ],
}

let undo = (): void => {}
afterEach(() => undo())

const shown = async (options: Options, language: string): Promise<string | null | undefined> => {
  const categories = [...resolveAsked(options).categories.values()]
  const fake = fakeCore({ language, options, categories })
  fake.$view.set('preferences')
  const age = options.minors && createAge(fake.state)
  undo = showNotice(fake, textsOf(`notice.${language}`), { age })
  return vi.waitFor(() => {
    const dialog = rootOnPage().querySelector('dialog')
    expect(dialog?.open).toBe(true)
    return dialog?.textContent
  })
}

test.each(['kk', 'ru', 'en'])(
  'draws the preferences in %s as the page does for a first answer, letter for letter',
  async (language) => {
    expect(preferencesLines(OPTIONS, language).join('')).toBe(await shown(OPTIONS, language))
    undo()
    const options = { ...OPTIONS, minors: { age: 16 } }
    expect(preferencesLines(options, language).join('')).toBe(await shown(options, language))
  },
)

test('has the name, the purpose and the number of services of each category as pieces', () => {
  const lines = preferencesLines(OPTIONS, 'ru')
  expect(lines).toEqual(
    expect.arrayContaining(['Аналитические', '2 сервиса', 'AI', 'Учит модель', 'Сохранить выбор']),
  )
})
