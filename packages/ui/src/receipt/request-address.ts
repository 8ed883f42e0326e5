import type { Translate } from '../translate.ts'

/** What a visitor may ask an operator for, in the order shown. */
export const RIGHTS = ['access', 'rectify', 'erase', 'withdraw', 'restrict', 'object'] as const

/** How the answer is to come. */
export const CHANNELS = ['email', 'post', 'phone'] as const

/** What a visitor asks for, and how the answer is to come. */
export interface Asking {
  right: (typeof RIGHTS)[number]
  channel: (typeof CHANNELS)[number]
}

interface RequestProps extends Asking {
  readonly email: string
  readonly site: string
  /** None before the first answer. */
  readonly consentId: string | undefined
  readonly say: Translate
}

/**
 * Writes the address of an e-mail with a request about personal data, ready to be sent.
 *
 * Source: RFC 6068 (the mailto URI scheme): lines end with CR LF, and everything is percent-encoded.
 */
export function requestAddress({
  email,
  site,
  consentId,
  right,
  channel,
  say,
}: RequestProps): string {
  const lines = [
    say('receipt.site', { site }),
    consentId && say('receipt.consentId', { id: consentId }),
    say('receipt.ask', { right: say(`receipt.rights.${right}`) }),
    say('receipt.reply', { channel: say(`receipt.channels.${channel}`) }),
    say('receipt.signature'),
  ]
  const fields = { subject: say('receipt.subject'), body: lines.filter(Boolean).join('\r\n') }
  const query = Object.entries(fields).map(([name, text]) => `${name}=${encodeURIComponent(text)}`)
  // The sign between name and host stays as it is; nothing else of an address may end the field.
  return `mailto:${encodeURIComponent(email).replace('%40', '@')}?${query.join('&')}`
}
