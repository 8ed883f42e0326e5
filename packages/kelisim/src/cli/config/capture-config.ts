import { createContext, runInContext } from 'node:vm'
import { listIn, type Tree, treeIn } from '../migrate/migration.ts'

const TIMEOUT_MS = 3_000

/** Calls that take a configuration, of all the banners. */
const TAKES_CONFIG = /^(run|init|setup|render)$/

/**
 * Runs the code of a configuration against a page that is not there, and catches what would have been given
 * to the banner.
 *
 * @param source JavaScript, as a script or as a module; what it imports is stood in for.
 * @returns Undefined where nothing was given.
 */
export function captureConfig(source: string): unknown {
  const calls: unknown[] = []
  const anything = standIn(calls)
  const tarteaucitron = {
    init: (given: unknown) => void Object.assign(started, given),
    user: {},
    job: [],
    services: {},
    lang: {},
  }
  const started: Record<string, unknown> = {}
  const module: { exports: unknown } = { exports: {} }
  const run = (_: unknown, listener: unknown): void => {
    if (typeof listener === 'function') listener({})
  }
  const globals: Record<string, unknown> = {
    module,
    exported: module.exports,
    tarteaucitron,
    addEventListener: run,
    setTimeout: (listener: unknown) => run('', listener),
    document: orElse(anything, {
      addEventListener: run,
      // What the server writes there is known only when a page is asked for.
      documentElement: orElse(anything, { dataset: {} }),
    }),
    location: { hostname: 'example.com', href: 'https://example.com/', protocol: 'https:' },
    navigator: { language: 'en', userAgent: '' },
    console: anything,
    localStorage: anything,
    initCookieConsent: () => anything,
    CookieConsent: anything,
    klaro: anything,
  }
  globals['window'] = globals['self'] = globals['globalThis'] = globals
  const { code, imported } = asScript(source)
  for (const name of imported) globals[name] = standIn(calls, name)
  const context = createContext(globals)
  runInContext(code, context, { timeout: TIMEOUT_MS })
  // The queue of our own tag takes options and listeners.
  const pushed = listIn(globals['kelisim']).filter(isTree)
  if (pushed.length > 0) return Object.assign({}, ...pushed)
  if (Object.keys(started).length > 0) {
    const { user, job, services } = tarteaucitron
    return { ...started, user, job, services, expireInDays: globals['tarteaucitronForceExpire'] }
  }
  const named = runInContext(
    'typeof klaroConfig === "undefined" ? undefined : klaroConfig',
    context,
  )
  const own = treeIn(module.exports)
  const given = [own['default'], named, ...calls, ...Object.values(own)]
  return given.find(isTree) ?? (Object.keys(own).length > 0 ? own : undefined)
}

/**
 * Stands in for whatever is not there: it can be called and read, and notes configurations.
 *
 * @param own Its name, which tells whether it takes a configuration itself.
 */
function standIn(calls: unknown[], own = ''): object {
  const anything: object = new Proxy(() => anything, {
    get: (_, name) => {
      if (name === Symbol.toPrimitive) return () => ''
      if (typeof name === 'symbol') return undefined
      // Whoever waits for it would wait for ever.
      if (name === 'then') return undefined
      return (...given: unknown[]) => {
        if (TAKES_CONFIG.test(name)) calls.push(...given)
        return anything
      }
    },
    apply(_, __, given: unknown[]) {
      if (TAKES_CONFIG.test(own)) calls.push(...given)
      return anything
    },
    set: () => true,
    construct: () => anything,
  })
  return anything
}

/** Is what is given, and beyond that the stand-in. */
const orElse = (anything: object, own: Tree): object =>
  new Proxy(own, { get: (_, name) => own[String(name)] ?? anything })

const isTree = (value: unknown): boolean =>
  typeof value === 'object' && value !== null && Object.keys(value).length > 0

/** Writes a module as a script, and names what it imports. */
export function asScript(source: string): { readonly code: string; readonly imported: string[] } {
  const imported: string[] = []
  const code = source
    .replace(
      /^[ \t]*import\s+(?:([^'"]*?)\s+from\s+)?['"][^'"\n]+['"][ \t]*;?/gm,
      (_, names = '') => {
        imported.push(...namesIn(names))
        return ''
      },
    )
    .replace(/^[ \t]*export\s+default\s+/gm, 'exported.default = ')
    .replace(/^[ \t]*export\s+(?:const|let|var)\s+(\w+)[^=\n]*=/gm, 'var $1 = exported.$1 =')
    .replace(/^[ \t]*export\s+\{[^}]*\}[ \t]*;?/gm, '')
  return { code, imported }
}

const namesIn = (clause: string): string[] =>
  clause
    .split(/[{},]/)
    .map(
      (part) =>
        part
          .trim()
          .split(/\s+as\s+/)
          .pop() ?? '',
    )
    .filter((name) => /^[A-Za-z_$][\w$]*$/.test(name))
