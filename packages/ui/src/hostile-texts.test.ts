// @vitest-environment happy-dom
import fc from 'fast-check'
import { afterEach, expect, test } from 'vitest'
import { showNotice } from './notice.ts'
import { category, fakeCore, textsOf } from './testing/fake-core.ts'
import { rootOnPage } from './testing/screen.ts'

let undo = () => {}
afterEach(() => undo())

const CATALOGUE = textsOf('notice.ru')
const MARKUP = ['<img src=x onerror=alert(1)>', '</section><script>1</script>', '{{categories}}']
const anything = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.constantFrom<unknown>(
    ...MARKUP,
    null,
    0,
    false,
    '',
    'ә ғ қ ң ө ұ ү һ і',
    '\u202e\u2066',
    'ж'.repeat(9_000),
  ),
  fc.anything({ withNullPrototype: true }),
)

/** Draws the notice, and tells its elements as a tree of names. */
function draw(texts: object, name: unknown): string {
  undo()
  const fake = fakeCore({
    categories: [category('necessary'), category('analytics'), category('marketing')],
    options: { operator: { name: name as string }, texts: { ru: texts as never } },
  })
  fake.$view.set('notice')
  undo = showNotice(fake, CATALOGUE)
  return outline(rootOnPage())
}

function outline(root: ParentNode): string {
  return [...root.children].map((each) => `<${each.localName}${outline(each)}>`).join('')
}

test('no text of the owner’s, whatever it is, adds an element or keeps the notice away', () => {
  const expected = draw({}, 'Operator')
  expect(expected).toContain('button')
  fc.assert(
    fc.property(
      fc.dictionary(fc.constantFrom(...Object.keys(CATALOGUE)), anything, { maxKeys: 8 }),
      anything,
      (texts, name) => {
        expect(draw(texts, name || 'Operator')).toBe(expected)
      },
    ),
  )
})
