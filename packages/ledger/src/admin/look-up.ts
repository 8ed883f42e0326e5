import { isConsentId } from '../record/is-consent-id.ts'
import { faultOf, type LedgerClient, LedgerFault, type Subject } from './ledger-client.ts'

/**
 * Finds what a text names: a consent id, or the site's own id of a visitor. A site's ids may look like consent
 * ids, so what is not stored as the one is looked for as the other.
 *
 * @throws {LedgerFault} `missing` where it is neither.
 */
export async function lookUp(
  client: Pick<LedgerClient, 'subject' | 'consentIdsOf'>,
  text: string,
): Promise<{ subject: Subject } | { consentIds: readonly string[] }> {
  const id = text.toLowerCase()
  if (isConsentId(id)) {
    try {
      return { subject: await client.subject(id) }
    } catch (error) {
      if (faultOf(error) !== 'missing') throw error
    }
  }
  const consentIds = await client.consentIdsOf(text)
  const [only, ...others] = consentIds
  if (only === undefined) throw new LedgerFault('missing')
  return others.length === 0 ? { subject: await client.subject(only) } : { consentIds }
}
