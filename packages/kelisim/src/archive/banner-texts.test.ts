// @vitest-environment happy-dom
import type { Decision, Options } from '@kelisim/core'
import { resolveAsked } from '@kelisim/core/asked'
import { afterEach, expect, test } from 'vitest'
import { createAge } from '../../../ui/src/age.ts'
import { showNotice } from '../../../ui/src/notice.ts'
import { createPolicyChange } from '../../../ui/src/policy-change.ts'
import { decided, fakeCore, textsOf } from '../../../ui/src/testing/fake-core.ts'
import { rootOnPage } from '../../../ui/src/testing/screen.ts'
import { bannerTexts } from './banner-texts.ts'

const OPTIONS: Options = {
  operator: { name: 'ТОО «Пример»', country: 'KZ' },
  policy: {
    version: '2',
    url: '/privacy',
    archive: '/policy/',
    summary: { ru: 'Новое', kk: 'Жаңа' },
  },
  categories: ['analytics', 'marketing', { id: 'ai', label: 'AI' }],
  services: [{ id: 'counter', category: 'analytics', country: 'US' }],
}
const asked = resolveAsked(OPTIONS)

let undo = (): void => {}
afterEach(() => undo())

/** What is on the screen for a visitor who has answered everything but these categories. */
function shown(
  language: string,
  due: readonly string[],
  version: string | null,
  options: Options = OPTIONS,
): string | null {
  const settled = [...asked.categories.values()].filter(({ id }) => !due.includes(id))
  const hashes = Object.fromEntries(settled.map(({ id, hash }) => [id, hash]))
  const decision: Decision = { ...decided({}, {}, hashes), policyVersion: version ?? '' }
  const fake = fakeCore({
    language,
    options,
    categories: [...asked.categories.values()],
    ...(version !== null && { decision }),
  })
  fake.$view.set('notice')
  undo = showNotice(fake, textsOf(`notice.${language}`), {
    change: createPolicyChange(options.policy ?? {}),
    age: options.minors && createAge(fake.state),
  })
  return rootOnPage().textContent
}

test.each(['kk', 'ru', 'en'])(
  'draws every question in %s as the page does, letter for letter',
  (language) => {
    const texts = bannerTexts(OPTIONS, ['1'], { language, at: Date.now() })
    expect(texts).toHaveLength(1 + 7 * 2)
    for (const { asked: due, after, text } of texts) {
      expect(text).toBe(shown(language, due, after))
      undo()
    }
    expect(new Set(texts.map(({ text }) => text)).size).toBe(texts.length)
  },
)

test('has the statement of age where children are kept out', () => {
  const options = { ...OPTIONS, minors: { age: 16 } }
  const [first] = bannerTexts(options, [], { language: 'ru', at: Date.now() })
  expect(first?.text).toBe(shown('ru', ['analytics', 'marketing', 'ai'], null, options))
  expect(first?.text).toContain('16')
})
