import { ConsentError } from '../errors.ts'
import type { LoadContext } from '../model/load-context.ts'
import type { Service } from '../model/options.ts'
import { page } from '../platform/page.ts'
import { isLoadable } from './address.ts'
import { runExternal, TIMEOUT_MS, type Waiting } from './external-script.ts'
import { trusted } from './fresh-script.ts'
import type { GatePorts, Opener } from './opening.ts'
import type { Schedule } from './schedule.ts'

/** Makes what loads and stops the services that are given as code; nothing is started yet. */
export function createServiceRunner(ports: GatePorts, schedule: Schedule): Opener {
  const { allows, linger, memory, nonce, report, services } = ports
  const { started } = memory
  const running = new Map<Service, AbortController>()
  const allowed = ({ category, id }: Service): boolean => allows(category, id)

  const contextOf = (service: Service, signal: AbortSignal): LoadContext => ({
    signal,
    allowed: () => !signal.aborted && allowed(service),
    accepted: (name) => allows(services.find(({ id }) => id === name)?.category ?? name, name),
    loadScript: (url, attributes) =>
      addScript(url, { nonce, ...attributes }, { signal, timeoutMs: service.timeoutMs }),
  })
  const start = async (service: Service, { signal }: AbortController): Promise<void> => {
    if (signal.aborted) return
    started.add(service.id)
    const timer = setTimeout(report, service.timeoutMs ?? TIMEOUT_MS, 'service-timeout', service.id)
    try {
      await service.load?.(contextOf(service, signal))
      schedule.done(service.id)
    } catch (cause) {
      if (!signal.aborted) report('service-failed', service.id, cause)
    }
    clearTimeout(timer)
  }
  const stop = async (service: Service, { signal }: AbortController): Promise<void> => {
    // What has no stop() stays in `started` until the page goes, so it is never started twice.
    if (!service.stop) return
    started.delete(service.id)
    try {
      await service.stop(contextOf(service, signal))
    } catch (cause) {
      report('service-failed', service.id, cause)
    }
  }
  /** Tells a service that runs that something else may have been answered. */
  const update = async (service: Service, { signal }: AbortController): Promise<void> => {
    try {
      await service.update?.(contextOf(service, signal))
    } catch (cause) {
      report('service-failed', service.id, cause)
    }
  }
  return {
    close(all = false) {
      for (const [service, controller] of running) {
        if (!all && allowed(service)) continue
        running.delete(service)
        controller.abort()
        if (started.has(service.id)) linger({ service, stopped: stop(service, controller) })
      }
      // After those that end, because what they say of a shared vendor is not about the others.
      for (const [service, controller] of running)
        if (started.has(service.id)) void update(service, controller)
    },
    open() {
      for (const service of services) {
        if (!service.load || running.has(service) || started.has(service.id) || !allowed(service))
          continue
        const controller = new AbortController()
        running.set(service, controller)
        schedule.add(service.after ?? [], () => void start(service, controller))
      }
    },
  }
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
