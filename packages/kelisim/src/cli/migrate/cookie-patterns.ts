import type { StorageEntry } from '@kelisim/core'

/**
 * Turns what others delete cookies by into our names: a text is exact, a regular expression becomes globs.
 *
 * @returns Undefined for an expression that globs cannot say.
 */
export function storageOf(pattern: unknown): StorageEntry[] | undefined {
  if (pattern instanceof RegExp || Object.prototype.toString.call(pattern) === '[object RegExp]') {
    return globsOf((pattern as RegExp).source)?.map((name) => ({ kind: 'cookie', name }))
  }
  if (typeof pattern !== 'string' || !pattern) return undefined
  return [{ kind: 'cookie', name: pattern }]
}

/**
 * Says a regular expression as globs: `^_ga` is `_ga*`, `^(_ga|_gid)$` two names.
 *
 * @returns Undefined where it cannot be said.
 */
export function globsOf(source: string): string[] | undefined {
  const branches = /^\^?\(([^()]+)\)\$?$/.exec(source)?.[1]?.split('|')
  if (!branches) {
    const glob = globOf(source)
    return glob === undefined ? undefined : [glob]
  }
  const globs = branches.map((branch) =>
    globOf((source.startsWith('^') ? '^' : '') + branch + (source.endsWith('$') ? '$' : '')),
  )
  return globs.every((glob) => glob !== undefined) ? globs : undefined
}

function globOf(source: string): string | undefined {
  const isStart = source.startsWith('^')
  const isEnd = source.endsWith('$')
  const inner = source
    .slice(isStart ? 1 : 0, isEnd ? -1 : undefined)
    .replaceAll('.*', '*')
    .replaceAll('.+', '*')
    .replace(/\\([.\-_])/g, '$1')
  // A star alone would name everything.
  if (!/^[\w\-.*]*\w[\w\-.*]*$/.test(inner)) return undefined
  return `${isStart ? '' : '*'}${inner}${isEnd ? '' : '*'}`.replaceAll(/\*+/g, '*')
}
