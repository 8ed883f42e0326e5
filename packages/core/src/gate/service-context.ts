import { ConsentError } from '../errors.ts'
import { isRefused } from '../model/is-refused.ts'
import type { LoadContext } from '../model/load-context.ts'
import type { Service } from '../model/options.ts'
import { page } from '../platform/page.ts'
import { isLoadable } from './address.ts'
import { runExternal, type Waiting } from './external-script.ts'
import { trusted } from './fresh-script.ts'
import type { GatePorts } from './gate-ports.ts'

/** Makes what services are called with: each with the signal of what it is called for. */
export function createContexts({
  allows,
  nonce,
  services,
  state,
}: GatePorts): (service: Service, signal: AbortSignal) => LoadContext {
  const accepted = (name: string): boolean =>
    allows(services.find(({ id }) => id === name)?.category ?? name, name)
  const answersTo = (names: ReadonlyMap<string, unknown>): Record<string, boolean> =>
    Object.fromEntries([...names.keys()].map((name) => [name, accepted(name)]))
  return (service, signal) => ({
    signal,
    allowed: () => !signal.aborted && allows(service.category, service.id),
    refused() {
      const decision = state.running?.read()
      return !!decision && isRefused(decision, state.asked, service)
    },
    accepted,
    answers: () => ({
      categories: answersTo(state.asked.categories),
      services: answersTo(state.asked.services),
    }),
    loadScript: (url, attributes) =>
      addScript(url, { nonce, ...attributes }, { signal, timeoutMs: service.timeoutMs }),
  })
}

async function addScript(
  url: string,
  attributes: Readonly<Record<string, string>>,
  waiting: Waiting,
): Promise<void> {
  if (!isLoadable(url)) throw new ConsentError('bad-url', `"${url}"`)
  const insert = (): HTMLScriptElement => {
    const script = page.createElement('script')
    for (const [name, value] of Object.entries(attributes))
      if (value) script.setAttribute(name, value)
    script.src = trusted().createScriptURL(url)
    page.documentElement.append(script)
    return script
  }
  try {
    await runExternal(insert, waiting)
  } catch (outcome) {
    throw new ConsentError('script-failed', `"${url}": ${outcome}`)
  }
}
