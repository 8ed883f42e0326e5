import { expect, test } from 'vitest'
import { allTexts } from './document-texts.ts'

test('gives a language of the owner’s the texts of the default one', () => {
  const options = { texts: { de: { 'notice.title': 'Kekse' } }, defaultLanguage: 'en' }
  expect(allTexts(options, 'de')).toEqual(allTexts(options, 'en'))
})
