import type { Service } from '../model/options.ts'
import { TIMEOUT_MS } from './external-script.ts'
import type { GatePorts, Opener } from './gate-ports.ts'
import type { Schedule } from './schedule.ts'
import { createContexts } from './service-context.ts'

/** Makes what loads and stops the services that are given as code; nothing is started yet. */
export function createServiceRunner(ports: GatePorts, schedule: Schedule): Opener {
  const { allows, linger, memory, report, services, state } = ports
  const { started } = memory
  const running = new Map<Service, AbortController>()
  /** Those that were called before consent and have not been started since. */
  const prepared = new Set<Service>()
  const life = new AbortController()
  const allowed = ({ category, id }: Service): boolean => allows(category, id)

  const contextOf = createContexts(ports)
  const start = async (service: Service, { signal }: AbortController): Promise<void> => {
    if (signal.aborted) return
    started.add(service.id)
    prepared.delete(service)
    const timer = setTimeout(report, service.timeoutMs ?? TIMEOUT_MS, 'service-timeout', service.id)
    try {
      await service.load?.(contextOf(service, signal))
      schedule.done(service.id)
    } catch (cause) {
      if (!signal.aborted) report('service-failed', service.id, cause)
    }
    clearTimeout(timer)
  }
  const call = async (
    service: Service,
    name: 'prepare' | 'update' | 'stop',
    { signal }: AbortController,
  ): Promise<void> => {
    try {
      await service[name]?.(contextOf(service, signal))
    } catch (cause) {
      report('service-failed', service.id, cause)
    }
  }
  const stop = (service: Service, controller: AbortController): Promise<void> => {
    // What has no stop() stays in `started` until the page goes, so it is never started twice.
    if (service.stop) started.delete(service.id)
    return call(service, 'stop', controller)
  }
  // At once and not by the schedule: a vendor has to hear that it is denied before its own tag runs.
  const prepare = (service: Service): void => {
    // What the profile leaves out is in no category.
    const isAsked = service.category && !state.options.preview
    if (!isAsked || !service.prepare || prepared.has(service)) return
    prepared.add(service)
    void call(service, 'prepare', life)
  }
  return {
    close(all = false) {
      const waiting = [...prepared]
      if (all) life.abort()
      for (const [service, controller] of running) {
        if (!all && allowed(service)) continue
        running.delete(service)
        controller.abort()
        if (started.has(service.id)) linger({ service, stopped: stop(service, controller) })
      }
      // After those that end, because what they say of a shared vendor is not about the others.
      for (const [service, controller] of running)
        if (started.has(service.id)) void call(service, 'update', controller)
      for (const service of waiting)
        if (!all && !allowed(service)) void call(service, 'update', life)
    },
    open() {
      for (const service of services) {
        if (!allowed(service)) prepare(service)
        if (!service.load || running.has(service) || started.has(service.id) || !allowed(service))
          continue
        const controller = new AbortController()
        running.set(service, controller)
        schedule.add(service.after ?? [], () => void start(service, controller))
      }
    },
  }
}
