/** Reads a text that is kept in this browser; an empty one where there is none, or storage is blocked. */
export function stored(key: string): string {
  try {
    return localStorage.getItem(key) ?? ''
  } catch {
    return ''
  }
}

/**
 * Keeps a text in this browser; an empty one is removed.
 *
 * @returns False where storage is blocked or full.
 */
export function keep(key: string, text: string): boolean {
  try {
    if (text) localStorage.setItem(key, text)
    else localStorage.removeItem(key)
    return true
  } catch {
    return false
  }
}

/** Reads JSON; null for what is none. */
export function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
