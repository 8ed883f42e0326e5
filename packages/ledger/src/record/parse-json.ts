import { BadInput } from './bad-input.ts'

/**
 * Reads a body as JSON, strictly.
 *
 * @throws {BadInput} 400 for what is not UTF-8 or not JSON, for a key named twice, and for text that a
 *   database cannot keep: NUL and halves of surrogate pairs.
 */
export function parseJson(bytes: Uint8Array): unknown {
  const value = parse(decode(bytes))
  const unfit = findUnfit(value)
  if (unfit !== null)
    throw bad('It contains NUL or half of a surrogate pair: send whole characters.', unfit)
  return value
}

function decode(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    throw bad('The body is not UTF-8: encode it so.')
  }
}

function parse(text: string): unknown {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    throw bad('The body is not JSON.')
  }
  const twice = findDuplicate(text)
  if (twice !== null) throw bad('A key is named twice: leave one.', twice)
  return value
}

const bad = (message: string, field = '') => new BadInput(400, 'invalid-json', message, field)

const TOKEN = /"(?:[^"\\]|\\.)*"(\s*:)?|[{}[\]]/g

// JSON.parse takes the last of two, other readers the first: what was agreed to must not depend on that.
function findDuplicate(json: string): string | null {
  const open: Set<string>[] = []
  for (const [token, colon] of json.matchAll(TOKEN)) {
    if (token === '{' || token === '[') open.push(new Set())
    else if (token === '}' || token === ']') open.pop()
    else if (colon) {
      const key = JSON.parse(token.slice(0, -colon.length)) as string
      const keys = open.at(-1)
      if (keys?.has(key)) return key.slice(0, 100)
      keys?.add(key)
    }
  }
  return null
}

const UNFIT = /[\0\p{Surrogate}]/u

/** Finds the path of the first unfit text. A list of what is left, as depth may exceed the stack. */
function findUnfit(root: unknown): string | null {
  const rest: [string, unknown][] = [['', root]]
  for (let next = rest.pop(); next; next = rest.pop()) {
    const [path, value] = next
    if (typeof value === 'string' && UNFIT.test(value)) return path
    if (typeof value !== 'object' || value === null) continue
    for (const [key, part] of Object.entries(value)) {
      if (UNFIT.test(key)) return path
      rest.push([join(path, key, Array.isArray(value)), part])
    }
  }
  return null
}

const join = (path: string, key: string, isList: boolean) =>
  // A path that grows with depth would take quadratic memory.
  path.length > 200 ? path : isList ? `${path}[${key}]` : path ? `${path}.${key}` : key
