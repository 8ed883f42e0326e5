/** Plain data, as JSON has it. */
export type Tree =
  | string
  | number
  | boolean
  | null
  | readonly Tree[]
  | { readonly [key: string]: Tree }

/** Plain data by name. */
export type Branch = Readonly<Record<string, Tree>>

/** Steps from a tree to one of its values. */
export type Path = readonly (string | number)[]

/** Whether a value has names inside. */
export const isBranch = (value: unknown): value is Branch =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** Finds the value at a path; undefined where there is none. */
export function valueAt(tree: Tree | undefined, path: Path): Tree | undefined {
  return path.reduce<Tree | undefined>((at, step) => {
    if (Array.isArray(at)) return at[Number(step)] as Tree | undefined
    return isBranch(at) && Object.hasOwn(at, step) ? at[step] : undefined
  }, tree)
}

/**
 * Makes a tree with another value at a path. A branch that is left empty goes too, so that nothing
 * stays of what an owner typed and took back; lists keep their other entries in order.
 *
 * @param value Undefined takes away what is there.
 */
export function withValue(tree: Branch, path: Path, value: Tree | undefined): Branch {
  const changed = change(tree, path, value)
  return isBranch(changed) ? changed : {}
}

function change(tree: Tree | undefined, path: Path, value: Tree | undefined): Tree | undefined {
  const [step, ...rest] = path
  if (step === undefined) return value
  const inner = change(valueAt(tree, [step]), rest, value)
  if (typeof step === 'number') {
    const list = Array.isArray(tree) ? (tree as readonly Tree[]) : []
    if (inner === undefined) return list.filter((_, index) => index !== step)
    return step < list.length
      ? list.map((each, index) => (index === step ? inner : each))
      : [...list, inner]
  }
  const entries = Object.entries(isBranch(tree) ? tree : {})
  const others = entries.filter(([name]) => name !== step)
  if (inner === undefined) return others.length > 0 ? Object.fromEntries(others) : undefined
  const isNew = others.length === entries.length
  // A name keeps its place, so that what is copied does not jump while somebody types.
  return Object.fromEntries(
    isNew
      ? [...entries, [step, inner]]
      : entries.map((entry) => (entry[0] === step ? [step, inner] : entry)),
  )
}
