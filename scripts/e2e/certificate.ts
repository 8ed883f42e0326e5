import { generate } from 'selfsigned'

/** A key and its certificate in PEM, as the TLS server takes them. */
export interface Certificate {
  readonly key: string
  readonly cert: string
}

/**
 * Makes a certificate that lives as long as this process.
 *
 * One serves every host: the browsers are told to accept certificates they cannot check, which
 * covers names as well as issuers, and nothing has to be installed on the machine.
 */
export async function makeCertificate(): Promise<Certificate> {
  const subject = [{ name: 'commonName', value: 'Kelisim browser tests' }]
  const made = await generate(subject, { keyType: 'ec', algorithm: 'sha256' })
  return { key: made.private, cert: made.cert }
}
