import { hasGlobal, isStub, removeGlobal, setGlobal } from './vendor-globals.ts'

/** How a page calls a vendor: by a function, by a list it pushes to, or by methods of an object. */
export type Taking = 'function' | 'list' | readonly string[]

/** Gets a call, with the path of what was called: `ttq.track`. */
export type Take = (path: string, args: readonly unknown[]) => void

/**
 * Puts a global in a vendor's place and passes on what the page calls. Where the vendor or the page has
 * its own, that stays; only of a plain list, as pages make it, the entries are taken over.
 *
 * @returns Its undo.
 */
export function takeCalls(name: string, taking: Taking, take: Take): () => void {
  if (taking === 'list') return takePushes(name, take)
  const taker =
    (path: string) =>
    (...args: readonly unknown[]): void =>
      take(path, args)
  if (taking === 'function') return place(name, '', taker(name))
  const methods = taking.map((method) => [method, taker(`${name}.${method}`)])
  return place(name, taking[0] ?? '', Object.fromEntries(methods))
}

function takePushes(name: string, take: Take): () => void {
  const found = Reflect.get(globalThis, name) as unknown
  const push = (...entries: readonly unknown[]): void => take(`${name}.push`, entries)
  // A list with a `push` of its own is read by somebody already, and a stub is on its way to be.
  if (!Array.isArray(found) || Object.hasOwn(found, 'push') || isStub(name))
    return place(name, 'push', Object.assign([], { push }))
  for (const entry of found.splice(0)) push(entry)
  Object.assign(found, { push })
  return () => Reflect.deleteProperty(found, 'push')
}

function place(name: string, has: string, value: unknown): () => void {
  if (hasGlobal(name, has)) return () => {}
  setGlobal(name, value)
  return () => {
    if (Reflect.get(globalThis, name) === value) removeGlobal(name)
  }
}
