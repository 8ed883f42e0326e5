import type { LegalBasis } from '../../../core/src/model/options.ts'

/** Names of the legal grounds in the texts of `details`. */
export const GROUNDS: Readonly<Record<LegalBasis, string>> = {
  consent: 'consent',
  contract: 'contract',
  'legal-obligation': 'duty',
  'legitimate-interest': 'interest',
}
