import { type Consent, ConsentError, createConsent, type Options, type Ports } from '@kelisim/core'
import { isSettled } from '@kelisim/core/is-settled'
import { page } from '@kelisim/core/page'
import { reopenLabels } from '@kelisim/locales/reopen'
import { version } from '../version.ts'
import { pageConfig } from './page-config.ts'
import { tagOptions } from './tag-options.ts'

/** What a page may push: options, or a call that gets the API once it is there. */
export type Pushed = Options | ((api: TagApi) => void)

/** `window.kelisim` after the start. */
export interface TagApi extends Consent {
  push(item: Pushed): void
}

/**
 * Runs Kelisim for a script tag. Options come from its attributes, from the page's JSON and from the
 * queue, in any order; after the start `window.kelisim` is the API.
 *
 * @param tag The script element, or null when it could not be found.
 * @param files Where the files come from.
 */
export function runTag(tag: HTMLScriptElement | null, files: Pick<Ports, 'load' | 'builtIn'>): void {
  const holder = window as { kelisim?: unknown }
  // Neither an element with the id "kelisim" nor the API of another copy is a queue.
  const queue: Pushed[] = Array.isArray(holder.kelisim) ? holder.kelisim : []
  const attributes = tag ? tagOptions(tag.dataset) : {}
  const nonce = tag?.nonce
  let api: TagApi | undefined
  let config: Options | null = null

  const call = (item: Pushed): void => {
    // Reported by the browser; what follows in the queue still runs.
    if (typeof item === 'function' && api) queueMicrotask(item.bind(null, api))
  }
  const collect = (): Options => {
    config = pageConfig()
    const pushed = queue.filter((item) => typeof item !== 'function')
    return Object.assign({}, attributes, nonce && { nonce }, config, ...pushed)
  }
  const run = (): void => {
    const consent = createConsent(collect(), { version, reopenLabels, ...files })
    api?.destroy()
    api = {
      ...consent,
      push(item) {
        queue.push(item)
        if (typeof item === 'function') call(item)
        else attempt(run)
      },
    }
    holder.kelisim = api
    consent.start()
    queue.forEach(call)
  }
  attempt(() => {
    if (!tag) console.error(new ConsentError('no-script-element', 'only pushed options count'))
    // Options may still follow in the page. What was decided under all of them has their hashes, so a
    // returning visitor need not wait to find out.
    if (page.readyState !== 'loading' || isSettled(collect()) || config) run()
    else holder.kelisim = queue
  })
  if (page.readyState === 'loading') {
    page.addEventListener('DOMContentLoaded', () => {
      if (!api || (!config && pageConfig())) attempt(run)
    })
  }
}

/** Options that cannot work leave everything refused, and the page goes on. */
function attempt(step: () => void): void {
  try {
    step()
  } catch (error) {
    console.error(error)
  }
}
