import { badOption } from './bad-option.ts'

/**
 * Returns an https address without a slash at its end.
 *
 * @throws {ConsentError} `bad-option` if it is another kind of address, or none.
 */
export function assertUrl(preset: string, option: string, url: string): string {
  if (!/^https:\/\/[^\s?#]+$/.test(url))
    throw badOption(
      `${preset}({ ${option}: '${url}' })`,
      'give an https address without a query, such as https://stats.example.kz',
    )
  return url.replace(/\/+$/, '')
}
