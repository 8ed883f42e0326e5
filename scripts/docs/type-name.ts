import type { Schema } from '../../packages/kelisim/src/dev/schema.ts'

/**
 * Names the type of an option in plain words: `list of texts`, `whole number, 1 to 400`.
 *
 * @param resolve Follows references.
 */
export function typeName(given: Schema, resolve: (node: Schema) => Schema): string {
  const node = resolve(given)
  const names = [...namesOf(node, resolve), ...(node.tsType?.includes('=>') ? ['function'] : [])]
  return names.join(' or ')
}

function namesOf(node: Schema, resolve: (node: Schema) => Schema): string[] {
  const { type, minimum, maximum, items, additionalProperties } = node
  if (node.enum) return node.enum.map((value) => `\`${JSON.stringify(value)}\``)
  if (node.anyOf) return node.anyOf.map((branch) => typeName(branch, resolve))
  if (type === 'string') return ['text']
  if (type === 'boolean') return ['`true` or `false`']
  if (type === 'integer') return [`whole number, ${minimum} to ${maximum}`]
  if (type === 'array') return [`list of ${plural(typeName(items ?? {}, resolve))}`]
  if (typeof additionalProperties !== 'object') return type ? [type] : []
  const value = typeName(additionalProperties, resolve)
  return [value.endsWith('by language') ? `${value} and key` : `${value} by language`]
}

const plural = (name: string): string => name.replace(/\b(text|object)\b/g, '$1s')
