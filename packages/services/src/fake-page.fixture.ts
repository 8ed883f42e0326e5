import type { LoadContext, Service } from '@kelisim/core'

const CATEGORIES = ['functional', 'analytics', 'marketing']

type Globals = Record<string | symbol, unknown>

/** A page that answers `loadScript` and starts and stops services as the core does. */
export interface FakePage {
  /** Addresses asked for, in order. */
  readonly asked: string[]
  /** Attributes of the last script asked for. */
  attributes: Readonly<Record<string, string>> | undefined
  /** Lets a service do what it does before consent; settles when that did. */
  prepare(service: Service): Promise<unknown>
  /** Refuses a service that was only prepared. */
  refuse(service: Service): Promise<void>
  /** Ends the instance, as far as prepared services hear of it. */
  destroy(): void
  /** Starts a service; settles when its `load` did. */
  grant(service: Service): Promise<unknown>
  /** Tells a service that these categories are what is allowed now. */
  change(service: Service, ...categories: readonly string[]): Promise<void>
  /** Aborts a service and stops it. */
  withdraw(service: Service): Promise<void>
  /** Names of globals that were not there at first. */
  globals(): string[]
  /** Takes those globals away. */
  clear(): void
}

/**
 * Makes a page.
 *
 * @param arrive Runs in place of a vendor's script. Without it scripts stay on their way.
 */
export function fakePage(arrive?: (url: string) => void): FakePage {
  const first = new Set(Reflect.ownKeys(globalThis))
  const granted = new Map<Service, AbortController>()
  const refused = new Set<Service>()
  const life = new AbortController()
  const added = (): (string | symbol)[] =>
    Reflect.ownKeys(globalThis).filter((name) => !first.has(name))
  const loadScript = (signal: AbortSignal, url: string): Promise<void> => {
    page.asked.push(url)
    // As in the core, one that is aborted resolves and never runs.
    if (!arrive) return new Promise((done) => signal.addEventListener('abort', () => done()))
    return Promise.resolve().then(() => (signal.aborted ? undefined : arrive(url)))
  }
  const contextOf = (service: Service, { signal }: AbortController): LoadContext => ({
    signal,
    allowed: () => !signal.aborted && granted.has(service),
    refused: () => refused.has(service),
    accepted: (name) => accepted.includes(name),
    answers: () => ({
      categories: Object.fromEntries(CATEGORIES.map((name) => [name, accepted.includes(name)])),
      services: { [service.id]: granted.has(service) },
    }),
    loadScript: (url, attributes) => {
      page.attributes = attributes
      return loadScript(signal, url)
    },
  })
  let accepted: readonly string[] = []
  const page: FakePage = {
    asked: [],
    attributes: undefined,
    async prepare(service) {
      await service.prepare?.(contextOf(service, life))
    },
    async refuse(service) {
      refused.add(service)
      await service.update?.(contextOf(service, life))
    },
    destroy: () => life.abort(),
    async grant(service) {
      const controller = new AbortController()
      granted.set(service, controller)
      refused.delete(service)
      await service.load?.(contextOf(service, controller))
    },
    async change(service, ...categories) {
      accepted = categories
      await service.update?.(contextOf(service, granted.get(service) ?? life))
    },
    async withdraw(service) {
      const controller = granted.get(service) ?? new AbortController()
      controller.abort()
      granted.delete(service)
      refused.add(service)
      await service.stop?.(contextOf(service, controller))
    },
    globals: () => added().filter((name): name is string => typeof name === 'string'),
    clear() {
      for (const name of added()) delete (globalThis as unknown as Globals)[name]
    },
  }
  return page
}

/** The entries of a global list, with `arguments` objects turned into lists. */
export function callsOf(list: unknown): unknown[] {
  return Array.from(list as ArrayLike<unknown>, (call) =>
    Object.prototype.toString.call(call) === '[object Arguments]'
      ? Array.from(call as ArrayLike<unknown>)
      : call,
  )
}

/** Reads a global, or a property of one. */
export function read(path: string): unknown {
  return path
    .split('.')
    .reduce<unknown>((value, name) => (value as Globals | undefined)?.[name], globalThis)
}
