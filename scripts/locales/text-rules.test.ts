import { expect, test } from 'vitest'
import { checkText, placeholdersOf } from './text-rules.ts'

test.each([
  'Настройки cookie',
  'Версия: {{version}}',
  'Версия {{version}}, а за ней слова',
  'сохранено {{date}} – навсегда',
  'Оператор: {{name}}.',
  'IP-мекенжайыңыз',
  'A & B; 5 > 3',
  'Provider’s policy',
  '{{ count }} сервис',
])('finds nothing wrong with "%s"', (text) => {
  expect(checkText(text)).toEqual([])
})

test.each([
  ['', 'The text is empty.'],
  [' \u00a0 ', 'The text is empty.'],
  ['a <b>bold</b> word', 'There is markup in the text.'],
  ['A &amp; B', 'There is markup in the text.'],
  ['A&#160;B', 'There is markup in the text.'],
  ['two\nlines', 'There is a control character, which may be invisible.'],
  ['a\u0000b', 'There is a control character, which may be invisible.'],
  ['a\u2028b', 'There is a control character, which may be invisible.'],
  ['\u202eabc', 'There is a control character, which may be invisible.'],
  ['abc\u200f', 'There is a control character, which may be invisible.'],
  ['\u2066abc\u2069', 'There is a control character, which may be invisible.'],
  ['See $t(reopen)', 'The text takes in another one by "$t(".'],
  ['Price: {{x, currency}}', 'A placeholder is not of the form {{name}}.'],
  ['Name: {{- name}}', 'A placeholder is not of the form {{name}}.'],
  ['Name: {{user.name}}', 'A placeholder is not of the form {{name}}.'],
  ['Имя: {{имя}}', 'A placeholder is not of the form {{name}}.'],
  ['Name: {name}', 'A placeholder is not of the form {{name}}.'],
  ['Name: {{name}', 'A placeholder is not of the form {{name}}.'],
  ['Name: {{}}', 'A placeholder is not of the form {{name}}.'],
  ['{{provider}}дің саясаты', 'An ending is glued to a placeholder.'],
  ['{{provider}}-дің саясаты', 'An ending is glued to a placeholder.'],
  ['{{provider}}’s policy', 'An ending is glued to a placeholder.'],
  ['Cookie баптаулаpы', 'Cyrillic and Latin letters are mixed in one word.'],
  ['сookie', 'Cyrillic and Latin letters are mixed in one word.'],
  ['тiл: {{name}}', 'Cyrillic and Latin letters are mixed in one word.'],
])('finds what is wrong with %j', (text, what) => {
  expect(checkText(text).map((problem) => problem.what)).toEqual([what])
})

test.each([[['a', 'b']], [null], [5], [{}], [true]])('refuses %j as a text', (text) => {
  expect(checkText(text)).toEqual([
    {
      what: `There is ${JSON.stringify(text)} where a text belongs.`,
      repair: 'Write a text in quotes; a list becomes one key for each text.',
    },
  ])
})

test('names every fault of a text', () => {
  expect(checkText('<{{x}}дің')).toHaveLength(2)
})

test('names placeholders sorted, each once', () => {
  expect(placeholdersOf('{{b}} {{ a }} {{b}} {{C}} {{x-y}}')).toEqual(['a', 'b'])
  expect(placeholdersOf(null)).toEqual([])
})
