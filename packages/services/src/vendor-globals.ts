import { vendorMemory } from './vendor-memory.ts'

type Globals = Record<string, unknown>

/** Puts a value where a vendor's script looks for it. */
export function setGlobal(name: string, value: unknown): void {
  ;(globalThis as Globals)[name] = value
}

/** Takes a global away, as if it had never been set. */
export function removeGlobal(name: string): void {
  delete (globalThis as Globals)[name]
}

/**
 * Makes a vendor's stub, unless the page has the real thing or a stub already.
 *
 * @param has Name of the method that tells it from an element whose id is the same name; empty for
 *   a global that is a function itself.
 */
export function makeStub(name: string, has: string, make: () => unknown): void {
  if (hasGlobal(name, has)) return
  const stub = make()
  setGlobal(name, stub)
  vendorMemory().globals.set(name, stub)
}

/** Tells whether a stub was made; the vendor may have put anything in its place since. */
export const isStub = (name: string): boolean => vendorMemory().globals.has(name)

/** Tells whether the vendor's global or a stub for it is there; `has` as in `makeStub`. */
export function hasGlobal(name: string, has: string): boolean {
  const found = (globalThis as Globals)[name] as Globals | undefined
  return isStub(name) || typeof (has ? found?.[has] : found) === 'function'
}

/** Makes a global list that keeps calls until the vendor's script reads it. */
export function makeList(name: string): void {
  makeStub(name, 'push', () => [])
}

/**
 * Makes a global function that keeps its calls until the vendor's script reads them.
 *
 * @param list Property that holds the calls.
 * @param more Further properties the script looks for.
 */
export function makeQueue(name: string, list: string, more: object = {}): void {
  makeStub(name, '', () => {
    const calls: IArguments[] = []
    return Object.assign(
      // Vendors read the calls as `arguments`.
      function (): void {
        calls.push(arguments)
      },
      { [list]: calls, ...more },
    )
  })
}

/** Takes a stub away unread. What the page or the vendor made stays. */
export function dropStub(name: string): void {
  const { globals } = vendorMemory()
  if (globals.has(name) && globals.get(name) === (globalThis as Globals)[name]) removeGlobal(name)
  globals.delete(name)
}

/**
 * Calls a vendor's function, or does nothing if it is not there: content blockers answer with empty
 * scripts.
 *
 * @param path Its name, such as `ym` or `posthog.opt_in_capturing`.
 */
export function callVendor(path: string, ...args: readonly unknown[]): unknown {
  let owner: unknown
  let value: unknown = globalThis
  for (const name of path.split('.')) {
    owner = value
    value = (owner as Globals | undefined)?.[name]
  }
  return typeof value === 'function' ? Reflect.apply(value, owner, args) : undefined
}
