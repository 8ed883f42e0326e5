import type { LoadContext } from '@kelisim/core'
import { dropStub } from './vendor-globals.ts'
import { vendorMemory } from './vendor-memory.ts'

/**
 * Loads a vendor's script unless it ran on this page already.
 *
 * @returns Whether it is there and the service still allowed.
 * @throws {ConsentError} What `loadScript` rejects with; the next call then tries again.
 */
export async function loadOnce(
  context: LoadContext,
  url: string,
  attributes?: Readonly<Record<string, string>>,
): Promise<boolean> {
  const { scripts, ran } = vendorMemory()
  // One that was withdrawn on its way leaves the list, so the next grant fetches anew.
  for (let earlier = scripts.get(url); earlier; earlier = scripts.get(url)) {
    if (await earlier) return context.allowed()
  }
  const loading = context.loadScript(url, attributes).then(() => {
    if (!context.signal.aborted) ran.add(url)
    return ran.has(url)
  })
  const forget = (): boolean => !scripts.delete(url)
  scripts.set(
    url,
    loading.then((done) => done || forget(), forget),
  )
  return (await loading) && context.allowed()
}

/**
 * The same before consent.
 *
 * @returns Whether it is there.
 */
export async function loadEarly(context: LoadContext, url: string): Promise<boolean> {
  await loadOnce(context, url)
  return vendorMemory().ran.has(url)
}

/** Claims a start: true the first time on this page, so that nothing is counted twice. */
export function claimStart(name: string): boolean {
  const { starts } = vendorMemory()
  return !starts.has(name) && !!starts.add(name)
}

/** A vendor's script with what was prepared for it. */
export interface Prepared {
  readonly url: string
  /** Names given to `claimStart`. */
  readonly start: string
  /** Globals that hold calls for the script. */
  readonly stubs: readonly string[]
}

/**
 * Stops a vendor: `end` tells it to if its script ran. Otherwise what waits for the script is taken
 * away, so that one that arrives late finds nothing to send.
 */
export function stopVendor({ url, start, stubs }: Prepared, end: () => void): void {
  const { ran, starts } = vendorMemory()
  if (ran.has(url)) return end()
  starts.delete(start)
  stubs.forEach(dropStub)
}
