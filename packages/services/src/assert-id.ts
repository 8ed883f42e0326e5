import { badOption } from './bad-option.ts'

/**
 * Returns the id as a text if it has the vendor's form.
 *
 * @param preset Name of the function it was given to, for the message.
 * @param hint Completes the message: what such an id looks like.
 * @throws {ConsentError} `bad-option` otherwise: ids become part of addresses and global names.
 */
export function assertId(
  preset: string,
  id: string | number,
  pattern: RegExp,
  hint: string,
  option = 'id',
): string {
  if (!pattern.test(`${id}`)) throw badOption(`${preset}({ ${option}: '${id}' })`, hint)
  return `${id}`
}
