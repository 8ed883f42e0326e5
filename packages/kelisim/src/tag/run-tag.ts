import { type Consent, ConsentError, createConsent, type Options, type Ports } from '@kelisim/core'
import { createFiles } from '@kelisim/core/files'
import { isSettled } from '@kelisim/core/is-settled'
import { page } from '@kelisim/core/page'
import { pageMemory } from '@kelisim/core/page-memory'
import { reopenLabels } from '@kelisim/locales/reopen'
import { assertOptions } from '../dev/check-options.ts'
import { version } from '../version.ts'
import { namesService } from './names-service.ts'
import { pageConfig } from './page-config.ts'
import { tagOptions } from './tag-options.ts'

declare const __DEV__: boolean

type PresetsFile = typeof import('./presets.ts')

/** What a page may push: options, or a call that gets the API once it is there. */
export type Pushed = Options | ((api: TagApi) => void)

/** `window.kelisim` after the start. */
export interface TagApi extends Consent {
  push(item: Pushed): void
}

/**
 * Runs Kelisim for a script tag. Options come from its attributes, from the page's JSON and from the
 * queue, in any order; after the start `window.kelisim` is the API. Options that cannot work are
 * reported by the browser; then everything stays refused, and the page goes on.
 *
 * What services are asked about is part of the question, so where attributes name some, nothing is read
 * or asked before their data is there.
 *
 * @param tag The script element; without one only the page's JSON and the queue count.
 * @param files Where the files come from.
 */
export function runTag(
  tag: HTMLScriptElement | null,
  files: Pick<Ports, 'load' | 'builtIn'>,
): void {
  const holder = window as { kelisim?: unknown }
  // Neither an element with the id "kelisim" nor the API of another copy is a queue.
  const queue: Pushed[] = Array.isArray(holder.kelisim) ? holder.kelisim : []
  const own = tag ? { ...tagOptions(tag.dataset), nonce: tag.nonce } : {}
  let api: TagApi | undefined
  let config: Options | undefined
  let complete = (given: Options): Options => given

  const collect = (): Options => {
    config = pageConfig()
    // Functions have nothing of their own to assign.
    return complete(Object.assign({}, own, config, ...queue))
  }
  /** Calls back with the API; false for options. */
  const call = (item: Pushed): boolean => {
    if (typeof item !== 'function') return false
    // In a task of its own, so that what one call throws reaches no other.
    queueMicrotask(() => item(api as TagApi))
    return true
  }
  const run = (): void => {
    const options = collect()
    if (__DEV__) assertOptions(options)
    const consent = createConsent(options, { version, reopenLabels, ...files })
    api?.destroy()
    consent.start()
    // Another copy is at work: its API stays where it is, and takes the queue.
    const { owner } = pageMemory()
    if (owner && owner !== consent) return
    api = {
      ...consent,
      push(item) {
        queue.push(item)
        if (!call(item)) run()
      },
    }
    holder.kelisim = api
    queue.forEach(call)
  }
  const begin = (): void => {
    if (page.readyState === 'loading') {
      // Options may still follow in the page, and change what is asked. It is parsed before deferred
      // scripts run, so this is earlier than DOMContentLoaded.
      const parsed = (): void => {
        if (!api || (!config && pageConfig())) run()
      }
      page.addEventListener('readystatechange', parsed, { once: true })
      // What was decided under all of them has their hashes: a returning visitor need not wait.
      if (isSettled(collect()) || config) run()
    } else run()
  }
  if (!pageMemory().owner) holder.kelisim = queue
  if (Object.keys(own).some(namesService)) {
    const named = createFiles(files).use('presets', async (file: PresetsFile) => {
      complete = await file.readPresets(own, files)
      begin()
    })
    // Without their data nothing can be asked, so everything stays refused.
    named.catch((cause) => {
      const detail = new ConsentError('load-failed', 'presets', { cause })
      console.error(detail)
      dispatchEvent(new CustomEvent('kelisim:error', { detail }))
    })
  } else begin()
}
