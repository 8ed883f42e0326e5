/** Proof of what the visitor had on the screen. */
export interface ShownText {
  /** Takes the text of what was just drawn. */
  read(layer: Element | null): void
  /** SHA-256 in hexadecimal; empty until it is known, and where the page has no `crypto.subtle`. */
  sha256(): string
}

/** Starts with nothing on the screen. */
export function createShownText(): ShownText {
  let sha256 = ''
  return {
    async read(layer) {
      sha256 = ''
      const text = layer?.textContent
      if (!text || !crypto.subtle) return
      const hash = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text))
      // Something else may have been drawn meanwhile.
      if (text === layer.textContent) sha256 = toHex(new Uint8Array(hash))
    },
    sha256: () => sha256,
  }
}

const toHex = (bytes: Uint8Array): string =>
  bytes.reduce((text, byte) => text + (byte + 256).toString(16).slice(1), '')
