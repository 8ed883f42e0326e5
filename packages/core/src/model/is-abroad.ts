import type { Options, Service } from './options.ts'

// The European Union, Iceland, Liechtenstein and Norway.
const EEA =
  'AT BE BG CY CZ DE DK EE ES FI FR GR HR HU IE IS IT LI LT LU LV MT NL NO PL PT RO SE SI SK'

/**
 * Tells whether a service takes data out of the country, or the economic area, whose law the profile is.
 * Of one whose country is not known nothing is said.
 *
 * Source: Law 94-V of Kazakhstan, article 16; 152-FZ of Russia, article 12; GDPR, article 44, which the EEA
 * Agreement extends.
 */
export function isAbroad(
  { profile = 'KZ' }: Options,
  { country, countries = country ? [country] : [] }: Pick<Service, 'country' | 'countries'>,
): boolean {
  return countries.some((code) => !(profile === 'EU' ? EEA : profile).includes(code))
}
