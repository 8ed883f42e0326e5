import type { LoadContext } from '@kelisim/core'
import type { Preset } from './preset.ts'
import { type Take, takeCalls, type Taking } from './take-calls.ts'
import { callVendor } from './vendor-globals.ts'
import { vendorMemory } from './vendor-memory.ts'

/** Option of a preset whose vendor is called by the page itself. */
export interface BufferOptions {
  /**
   * Keeps the calls that the page makes before the visitor has answered: the first 100. They are handed
   * on after a grant, in order, and dropped at a refusal. With it off the vendor's global is not there
   * before consent, so a page has to look before it calls.
   *
   * @default false
   */
  readonly bufferCalls?: boolean
}

/** Calls of the page that wait for consent. */
export interface Buffer {
  readonly calls: Parameters<Take>[]
  /** The services that take the calls, by their ids. */
  readonly waiting: Map<string, Pick<LoadContext, 'refused' | 'signal'>>
  /** What takes our globals away. */
  readonly ends: (() => void)[]
}

const MOST = 100

/**
 * Lets a page call a vendor before consent, where the owner wants it.
 *
 * @param globals What the page calls it by.
 */
export function bufferCalls(
  globals: Readonly<Record<string, Taking>>,
  options: BufferOptions,
  preset: Preset,
): Preset {
  if (!options.bufferCalls) return preset
  const key = Object.keys(globals).join()
  return {
    ...preset,
    prepare(context) {
      const buffer = bufferOf(key)
      buffer.waiting.set(preset.id, context)
      context.signal.addEventListener('abort', () => endBuffer(key))
      if (buffer.ends[0]) return
      for (const [name, taking] of Object.entries(globals))
        buffer.ends.push(takeCalls(name, taking, takeInto(buffer, key)))
    },
    load(context) {
      const calls = endBuffer(key)
      // Up to its first wait this makes the vendor's own queue and says what comes first.
      const loading = preset.load?.(context)
      for (const [path, args] of calls) callVendor(path, ...args)
      return loading
    },
    update(context) {
      const buffer = vendorMemory().buffers.get(key)
      if (buffer && !isOpen(buffer)) buffer.calls.length = 0
      return context.allowed() ? preset.update?.(context) : undefined
    },
  }
}

function bufferOf(key: string): Buffer {
  const { buffers } = vendorMemory()
  const buffer = buffers.get(key) ?? { calls: [], waiting: new Map(), ends: [] }
  buffers.set(key, buffer)
  return buffer
}

const takeInto =
  (buffer: Buffer, key: string): Take =>
  (path, args) => {
    // Code of the page may go on with a function that it has kept.
    if (vendorMemory().buffers.get(key) !== buffer) callVendor(path, ...args)
    else if (isOpen(buffer) && buffer.calls.length < MOST && !isAboutConsent(path, args))
      buffer.calls.push([path, args])
  }

/** Ends the wait, and hands over the calls that were kept. */
function endBuffer(key: string): Buffer['calls'] {
  const { buffers } = vendorMemory()
  const buffer = buffers.get(key)
  buffers.delete(key)
  for (const end of buffer?.ends ?? []) end()
  return buffer && isOpen(buffer) ? buffer.calls : []
}

const isOpen = ({ waiting }: Buffer): boolean =>
  [...waiting.values()].some(({ signal, refused }) => !signal.aborted && !refused())

/** What a page says of consent is not kept: the vendor hears of that from us. */
function isAboutConsent(path: string, [first]: readonly unknown[]): boolean {
  const command = typeof first === 'string' ? first : (first as readonly unknown[] | undefined)?.[0]
  return /consent/i.test(`${path} ${command}`)
}
