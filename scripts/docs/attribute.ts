import type { Schema } from '../../packages/kelisim/src/dev/schema.ts'

/**
 * Writes the attribute of the script tag that sets an option.
 *
 * @param path The option, such as `policy.url`.
 * @returns Undefined for what no attribute can hold.
 */
export function attributeOf(
  path: string,
  node: Schema,
  resolve: (node: Schema) => Schema,
): string | undefined {
  // The browser hides it from attributes, so the tag reads the property.
  if (path === 'nonce') return '`nonce="…"`'
  const value = valueOf(node, resolve)
  // Groups that the tag does not know by attributes are written as JSON.
  const isDeep = path.includes('[]') || path.split('.').length > 2
  if (isDeep || path.startsWith('minors') || value === undefined) return undefined
  const name = path.replace(/[A-Z.]/g, (sign) => `-${sign === '.' ? '' : sign.toLowerCase()}`)
  return `\`data-${name === 'language' ? 'lang' : name}="${value}"\``
}

function valueOf(node: Schema, resolve: (node: Schema) => Schema): string | undefined {
  const { type, examples: [example] = [], default: fallback, items } = node
  if (type === 'boolean') return String(!fallback)
  if (type === 'string' || type === 'integer') {
    return String(example ?? node.enum?.find((value) => value !== fallback) ?? '…')
  }
  const isList = type === 'array' && items && isText(resolve(items), resolve)
  return isList && Array.isArray(fallback) ? fallback.slice(0, 2).join(',') : undefined
}

function isText(node: Schema, resolve: (node: Schema) => Schema): boolean {
  return node.type === 'string' || !!node.anyOf?.some((branch) => isText(resolve(branch), resolve))
}
