import { hash } from '../../../packages/core/src/model/hash.ts'
import { choiceCookie } from '../../../packages/kelisim/src/testing.ts'

/** A valid value for the three categories there are by default, given so many seconds ago. */
export function valueOf(choice: 'all' | 'none', secondsAgo = 0): string {
  const fields = choiceCookie({}, choice, 'https://any.example').value.split('~')
  const at = (Math.floor(Date.now() / 1e3) - secondsAgo).toString(36)
  // The places are those of the grammar: first answer and this answer.
  fields.splice(3, 2, at, at)
  return signed(fields)
}

/** Values that nobody wrote like this: each must be met with a question. */
export function corrupt(): readonly string[] {
  const valid = valueOf('all')
  const fields = valid.split('~')
  const changed = (place: number, text: string) =>
    signed(fields.map((field, index) => (index === place ? text : field)))
  const flipped = [...valid].flatMap((character, index) => {
    if (index % 10 > 0) return []
    return valid.slice(0, index) + (character === '1' ? '0' : '1') + valid.slice(index + 1)
  })
  return [
    ...' % %E0%A4%A { {} [] null false "false" true 1 1~ ~~~ undefined NaN accept all yes *'.split(
      ' ',
    ),
    '{"analytics":true}',
    'A'.repeat(3_900),
    '['.repeat(700),
    '1~'.repeat(300),
    'Қайырлы таң',
    ...flipped,
    valid.slice(0, -1),
    `${valid}0`,
    valid.toUpperCase(),
    encodeURIComponent(`"${valid}"`),
    valid.replace('1~', '2~'),
    // From here on the checksum is right, and what it covers is not.
    changed(0, '2'),
    changed(0, '01'),
    changed(9, ''),
    changed(9, `${fields[9]}.${fields[9]}`),
    changed(9, `${fields[9]}.${(fields[9] ?? '').replaceAll(':1:', ':0:')}`),
    changed(9, (fields[9] ?? '').replace('analytics', '__proto__')),
    changed(10, 'one:1.one:0'),
    changed(4, '0'),
    changed(4, (Math.floor(Date.now() / 1e3) + 3 * 86_400).toString(36)),
    changed(4, 'zzzzzzzz'),
    changed(5, '0'),
  ]
}

function signed(fields: readonly string[]): string {
  const body = `${fields.slice(0, -1).join('~')}~`
  return body + hash(body)
}
