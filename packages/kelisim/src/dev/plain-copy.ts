import type { Path, Problem } from './problem.ts'
import { schemaAt, takesFunction } from './schema.ts'

// Far beyond what options need; what is larger was not written by hand, or has no end.
const MOST_VALUES = 5_000
const MOST_LEVELS = 12
const MOST_CHARACTERS = 10_000
const LONGEST_NAME = 200

/** What JSON can say of a value, and what it cannot. */
export interface PlainCopy {
  /** Null stands for everything that is reported; undefined when there is too much to look at. */
  readonly copy: unknown
  readonly problems: readonly Problem[]
}

/**
 * Copies options into plain data that is safe to look at: no getter is called, and nothing is endless.
 * Functions are left out where they are options, and reported elsewhere.
 */
export function plainCopy(given: unknown): PlainCopy {
  const problems: Problem[] = []
  const above = new Set<object>()
  let count = 0

  const refuse = (path: Path, fault: Fault): null => {
    problems.push({ path, wanted: schemaAt(path), ...fault })
    return null
  }
  const copyMember = (owner: object, key: string | number | symbol, path: Path): unknown => {
    const found = Object.getOwnPropertyDescriptor(owner, key)
    const isEntry = typeof key === 'number'
    if (!isEntry && !found?.enumerable) return undefined
    if (!isEntry && !isName(key)) {
      count++
      refuse(path, { code: 'odd-name' })
      return undefined
    }
    const inner = [...path, key]
    if (found?.get || found?.set) return refuse(inner, { code: 'getter' })
    return isEntry || found?.value !== undefined ? visit(found?.value, inner) : undefined
  }
  const copyObject = (value: object, path: Path): unknown => {
    const fault = objectFault(value, path, above)
    if (fault) return refuse(path, fault)
    const isList = Array.isArray(value)
    // Without a prototype, so that "__proto__" is a name like any other.
    const copy = isList ? [] : Object.create(null)
    above.add(value)
    for (const key of isList ? Array.prototype.keys.call(value) : Reflect.ownKeys(value)) {
      if (count > MOST_VALUES) break
      const inner = copyMember(value, key, path)
      if (inner !== undefined) copy[key] = inner
    }
    above.delete(value)
    return copy
  }
  const visit = (value: unknown, path: Path): unknown => {
    if (++count > MOST_VALUES) return null
    const node = schemaAt(path)
    if (typeof value === 'function')
      return takesFunction(node) ? undefined : refuse(path, ofKind('function'))
    if (takesFunction(node) && !node?.type) return refuse(path, { code: 'not-a-function' })
    const fault = scalarFault(value)
    if (fault) return refuse(path, fault)
    if (typeof value !== 'object' || !value) return value
    try {
      return copyObject(value, path)
    } catch {
      // A proxy's trap has thrown.
      return refuse(path, { code: 'unreadable' })
    }
  }
  const copy = visit(given, [])
  if (count <= MOST_VALUES) return { copy, problems }
  const tooMuch: Problem = { path: [], code: 'too-much', values: { count: MOST_VALUES } }
  return { copy: undefined, problems: [tooMuch] }
}

type Fault = Pick<Problem, 'code' | 'values'>

const ofKind = (kind: string): Fault => ({ code: 'wrong-kind', values: { kind } })

function scalarFault(value: unknown): Fault | undefined {
  if (typeof value === 'symbol' || typeof value === 'bigint') return ofKind(typeof value)
  if (value === undefined) return ofKind('undefined')
  if (typeof value === 'number' && !Number.isFinite(value))
    return { code: 'wrong-value', values: { value } }
  if (typeof value === 'string' && value.length > MOST_CHARACTERS) {
    return { code: 'huge-text', values: { count: value.length, most: MOST_CHARACTERS } }
  }
  return undefined
}

function objectFault(value: object, path: Path, above: ReadonlySet<object>): Fault | undefined {
  if (above.has(value)) return { code: 'cycle' }
  if (path.length > MOST_LEVELS) return { code: 'too-deep' }
  if (Array.isArray(value)) {
    const count = value.length
    return count > MOST_VALUES ? { code: 'huge-list', values: { count } } : undefined
  }
  return isPlain(value) ? undefined : instanceFault(value)
}

/** Also for objects of another frame, which have another `Object.prototype`. */
function isPlain(value: object): boolean {
  const prototype = Object.getPrototypeOf(value)
  if (prototype === null || prototype === Object.prototype) return true
  return Object.getPrototypeOf(prototype) === null && Object.hasOwn(prototype, 'isPrototypeOf')
}

function instanceFault(value: object): Fault {
  const name = Object.prototype.toString.call(value).slice(8, -1)
  if (name === 'Object') return ofKind('classInstance')
  return { code: 'instance', values: { name: name.slice(0, 40) } }
}

function isName(key: string | symbol): key is string {
  // Half a character cannot be part of an address, and the validator makes addresses of names.
  return typeof key === 'string' && key.length <= LONGEST_NAME && !/\p{Surrogate}/u.test(key)
}
