/** How an answer was given: by a person's click or key, by code of the page, by a tool, or carried over. */
export type Method = 'click' | 'key' | 'api' | 'tool' | 'migrated'

/** The visitor's answer, as it stands. */
export interface Decision {
  /** Public id of this browser's consent: a UUIDv7 (RFC 9562, section 5.7). */
  readonly consentId: string
  /** First answer under this id, in milliseconds since the Unix epoch, whole seconds. */
  readonly firstAt: number
  /** This answer, in milliseconds since the Unix epoch, whole seconds. */
  readonly at: number
  /** From then on the visitor is asked again, in milliseconds since the Unix epoch. */
  readonly expiresAt: number
  /** Version of the policy that was answered; empty when the owner names none. */
  readonly policyVersion: string
  /** Language that the question was shown in. */
  readonly language: string
  readonly method: Method
  /** Each answered category: allowed or not. `necessary` is never listed. */
  readonly categories: Readonly<Record<string, boolean>>
  /** Services answered otherwise than their category. */
  readonly services: Readonly<Record<string, boolean>>
  /**
   * Per answered category, the hash of what was asked; with a leading "p" while only some of its services
   * were answered and the category itself is still to be asked.
   */
  readonly asked: Readonly<Record<string, string>>
}

/** A decision as the cookie has it. */
export interface StoredDecision extends Decision {
  /** Proves possession of the decision to a server: 96 bits, in hexadecimal. */
  readonly secret: string
  /** The cookie's value. */
  readonly text: string
}

/** Answers by name: true allows, false refuses; names that are left out keep their earlier answer. */
export interface Answers {
  readonly categories?: Readonly<Record<string, boolean>>
  readonly services?: Readonly<Record<string, boolean>>
}
