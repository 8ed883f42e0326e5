import type { Preset } from './preset.ts'

/**
 * Tells whether data of visitors in a country leaves it.
 *
 * @param from Where the operator is: KZ or RU.
 */
export function crossBorder(
  { country, countries = [country] }: Pick<Preset, 'country' | 'countries'>,
  from: 'KZ' | 'RU',
): boolean {
  return countries.some((code) => code !== from)
}
