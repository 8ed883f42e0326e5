import { answered, type ReceiptFacts } from './facts.ts'

/**
 * Writes what is allowed as a Consent Receipt of the Kantara Initiative. What is not known is left out.
 *
 * Source: Kantara Initiative, Consent Receipt Specification 1.1.0.
 */
export function kantaraReceipt(facts: ReceiptFacts) {
  const { decision, records, options, own, nameOf } = facts
  const { operator, policy } = options
  const termination = new Date(decision.expiresAt).toISOString()
  const common = { consentType: 'EXPLICIT', primaryPurpose: false, termination }
  return {
    version: 'KI-CR-v1.1.0',
    jurisdiction: operator?.country,
    consentTimestamp: decision.at / 1e3,
    collectionMethod: `web browser: ${decision.method}`,
    consentReceiptID: records.at(-1)?.recordId ?? decision.consentId,
    language: decision.language,
    piiPrincipalId: decision.consentId,
    piiControllers: [
      {
        piiController: operator?.name,
        contact: operator?.email ?? operator?.name,
        address: operator?.address,
        email: operator?.email,
      },
    ],
    policyUrl: policy?.url,
    services: answered(facts).flatMap(({ category, isAllowed, services }) => {
      const purposeCategory = [category.id]
      // A category without services is the site's own.
      if (!services[0]) {
        const purpose = own(category.description) || nameOf(category)
        const purposes = [{ purpose, purposeCategory, ...common, thirdPartyDisclosure: false }]
        return isAllowed ? [{ service: nameOf(category), purposes }] : []
      }
      return services
        .filter((each) => each.isAllowed)
        .map(({ service: { id, name = id, purpose, vendor, storage = [] } }) => ({
          service: name,
          purposes: [
            {
              purpose: own(purpose) || nameOf(category),
              purposeCategory,
              ...common,
              piiCategory: [...new Set(storage.map(({ kind }) => kind))],
              thirdPartyDisclosure: !!vendor,
              thirdPartyName: vendor,
            },
          ],
        }))
    }),
    // Kelisim knows of identifiers in the browser only, which are of no special category.
    sensitive: false,
    spiCat: [],
  }
}
