/**
 * Hashes a text with SHA-256, in hexadecimal; empty for an empty text, and on plain http, which has no
 * `crypto.subtle`.
 */
export async function sha256(text = ''): Promise<string> {
  if (!text || !crypto.subtle) return ''
  const hash = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text))
  return [...new Uint8Array(hash)].map((byte) => byte.toString(16).padStart(2, '0')).join('')
}
