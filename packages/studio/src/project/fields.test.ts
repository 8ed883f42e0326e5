import { expect, test } from 'vitest'
import { schema } from '../../../kelisim/src/dev/schema.ts'
import { LANGUAGES, ownerTexts } from '../texts.ts'
import { choiceKeys } from './choice-keys.ts'
import { fieldsOf, LEFT_OUT, OWN_WAY, type Section, serviceFields } from './fields.ts'
import { knownServices } from './known-services.ts'

const SECTIONS: readonly Section[] = ['operator', 'policy', 'languages', 'look', 'further']
const fields = SECTIONS.flatMap(fieldsOf)

test('there is a field for every option, or it is named among those without one', () => {
  const asked = new Set([...fields.map(({ path }) => path[0]), ...OWN_WAY, ...LEFT_OUT])
  expect(Object.keys(schema.properties ?? {}).filter((name) => !asked.has(name))).toEqual([])
})

test.each(LANGUAGES)('every field has a label in %s', (language) => {
  const texts = ownerTexts[language]
  const keys = [...fields, ...serviceFields()].map(({ path }) => `field.${path.join('.')}`)
  expect(keys.filter((key) => !texts[key])).toEqual([])
})

test.each(LANGUAGES)('every option of a known service has a label in %s', (language) => {
  const texts = ownerTexts[language]
  const names = [...knownServices.values()].flatMap(({ options }) =>
    options.map(({ name }) => name),
  )
  const isNamed = (name: string): boolean => !!(texts[`option.${name}`] ?? texts[`field.${name}`])
  expect([...new Set(names)].filter((name) => !isNamed(name))).toEqual([])
})

test.each(LANGUAGES)('every value of a choice is said in %s, or is a name', (language) => {
  const texts = ownerTexts[language]
  const unsaid = fields.flatMap((field) =>
    field.choices.filter((value) => !choiceKeys(field, value).some((key) => texts[key])),
  )
  expect(unsaid).toEqual(['vanilla-cookieconsent', 'klaro', 'tarteaucitron'])
})
