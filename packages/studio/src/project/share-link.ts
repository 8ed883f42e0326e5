import { deflateSync, inflateSync, strFromU8, strToU8 } from 'fflate'

const MOST_BYTES = 500_000

/** Packs plain data into what an address may carry behind `#`. */
export function pack(value: unknown): string {
  const bytes = deflateSync(strToU8(JSON.stringify(value)), { level: 9 })
  const text = Array.from(bytes, (byte) => String.fromCharCode(byte)).join('')
  return btoa(text).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '')
}

/**
 * Reads what `pack` has made.
 *
 * @returns Undefined for any other text, and for one that would not end.
 */
export function unpack(text: string): unknown {
  try {
    const plain = atob(text.replaceAll('-', '+').replaceAll('_', '/'))
    const bytes = Uint8Array.from(plain, (letter) => letter.charCodeAt(0))
    // An address of strangers may unfold to gigabytes; what does not fit is cut, and is no JSON then.
    return JSON.parse(strFromU8(inflateSync(bytes, { out: new Uint8Array(MOST_BYTES) })))
  } catch {
    return undefined
  }
}
