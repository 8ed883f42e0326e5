import type { RecordEvent } from '../../../core/src/on-demand/consent-record.ts'
import { type Answered, answered, countriesOf, type ReceiptFacts } from './facts.ts'

const STATES: Readonly<Record<RecordEvent, string>> = {
  granted: 'given',
  refused: 'refused',
  changed: 'given',
  withdrawn: 'withdrawn',
  expired: 'expired',
  migrated: 'given',
}

/**
 * Writes a visitor's record in the vocabulary of ISO/IEC TS 27560:2023. What is not known is left out.
 *
 * Source: the sections and fields as the W3C's Data Privacy Vocabulary maps them (guide "consent-27560").
 */
export function iso27560(facts: ReceiptFacts) {
  const { decision, records, options, asked } = facts
  const answers = answered(facts)
  const last = records.at(-1)
  const days = Math.round((decision.expiresAt - decision.at) / 864e5)
  return {
    schema_version: 'ISO/IEC TS 27560:2023',
    record_id: last?.recordId ?? decision.consentId,
    pii_principal_id: decision.consentId,
    pii_processing: answers.map((answer) => processing(answer, facts)),
    party_identification: [
      {
        party_id: 'operator',
        party_type: 'PII controller',
        party_name: options.operator?.name,
        party_address: options.operator?.address,
        party_email: options.operator?.email,
        party_country: options.operator?.country,
        party_registration: options.operator?.bin ?? options.operator?.iin ?? options.operator?.inn,
      },
      ...[...asked.services.values()].map(({ id, vendor, name, privacyUrl, ...service }) => ({
        party_id: id,
        party_type: 'third party',
        party_name: vendor ?? name ?? id,
        party_country: countriesOf({ id, ...service }).join(', ') || undefined,
        party_url: privacyUrl,
      })),
    ],
    events: records.map(({ at, event, consentId, categories, method, validUntil }) => ({
      event_time: at,
      event_type: method === 'api' ? 'by code of the site' : 'explicit',
      // A change that takes everything away is recorded as withdrawn; one that leaves nothing given is a refusal.
      event_state:
        event === 'changed' && !Object.values(categories).includes(true)
          ? 'refused'
          : STATES[event],
      entity_id: consentId,
      valid_until: validUntil,
    })),
    validity_duration: `P${days}D`,
    receipt: { receipt_id: last?.recordId ?? decision.consentId, schema_version: '1' },
  }
}

function processing({ category, isAllowed, services }: Answered, facts: ReceiptFacts) {
  const { decision, options, page, own, nameOf } = facts
  const inside = category.services
  const purposes = inside.map(({ purpose }) => own(purpose)).filter(Boolean)
  return {
    purpose: [own(category.description) || nameOf(category), ...new Set(purposes)],
    purpose_type: category.id,
    lawful_basis: 'consent',
    consent_state: isAllowed ? 'given' : 'refused',
    privacy_notice: options.policy?.url,
    privacy_notice_version: decision.policyVersion || undefined,
    language: decision.language,
    jurisdiction: options.operator?.country,
    collection_method: 'web browser',
    pii_controllers: ['operator'],
    pii_information: inside.flatMap(({ id, storage = [] }) =>
      storage.map(({ kind, name, lifetime }) => ({
        pii_type: kind,
        pii_attribute_id: name,
        retention_period: lifetime || undefined,
        service: id,
      })),
    ),
    services: services.map(({ service, isAllowed }) => ({
      service: service.id,
      consent_state: isAllowed ? 'given' : 'refused',
    })),
    recipient_third_parties: inside.map(({ id }) => id),
    processing_locations: [...new Set(inside.flatMap(countriesOf))],
    withdrawal_method: `${page}#kelisim-preferences`,
  }
}
