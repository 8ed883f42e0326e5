/**
 * Turns a nested catalogue into one level, with the names of a path joined by dots.
 *
 * Only filled objects are opened. Every other value stays as it is, so that a check can name it.
 */
export function flatten(tree: object): Record<string, unknown> {
  return Object.fromEntries(entriesOf(tree, ''))
}

function entriesOf(tree: object, prefix: string): [string, unknown][] {
  return Object.entries(tree).flatMap(([name, value]) =>
    isFilledObject(value)
      ? entriesOf(value, `${prefix}${name}.`)
      : [[prefix + name, value] as [string, unknown]],
  )
}

function isFilledObject(value: unknown): value is object {
  return (
    typeof value === 'object' &&
    value !== null &&
    !Array.isArray(value) &&
    Object.keys(value).length > 0
  )
}
