const cleanUps = new Set<() => void>()

/**
 * Does something when this process ends, be it by a signal.
 *
 * Node ends at once on an unheard signal, so the first call listens to signals, too. Puppeteer's
 * own listeners are not enough: they close one browser of two, and politely, which takes longer
 * than vitest grants a worker between SIGTERM and SIGKILL.
 *
 * @param cleanUp Must not wait for anything.
 * @returns Undo, for when the thing was cleaned up in good time.
 */
export function atOurEnd(cleanUp: () => void): () => void {
  if (cleanUps.size === 0) listen()
  cleanUps.add(cleanUp)
  return () => void cleanUps.delete(cleanUp)
}

let isListening = false

function listen(): void {
  if (isListening) return
  isListening = true
  process.once('exit', () => cleanUps.forEach(attempt))
  for (const signal of ['SIGHUP', 'SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => process.exit(1))
  }
}

function attempt(cleanUp: () => void): void {
  try {
    cleanUp()
  } catch {
    // What cannot be cleaned up must not keep the rest from it.
  }
}
