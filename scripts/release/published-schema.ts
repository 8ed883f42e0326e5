/** A JSON Schema with types for TypeScript where JSON has none. */
export interface SourceSchema {
  readonly tsType?: string
  readonly [keyword: string]: unknown
}

const KEYWORDS_WITH_SCHEMAS = ['items', 'additionalProperties']
const KEYWORDS_WITH_NAMED_SCHEMAS = ['properties', '$defs']

/**
 * Makes the schema for editors and validators of JSON files: what only TypeScript can say, and options that
 * only code can give, are left out.
 */
export function publishedSchema(schema: SourceSchema): SourceSchema {
  const known = Object.entries(schema).filter(([keyword]) => keyword !== 'tsType')
  const entries = known.map(([keyword, value]) => {
    if (KEYWORDS_WITH_SCHEMAS.includes(keyword) && typeof value === 'object') {
      return [keyword, publishedSchema(value as SourceSchema)]
    }
    if (keyword === 'anyOf') return [keyword, (value as SourceSchema[]).map(publishedSchema)]
    if (!KEYWORDS_WITH_NAMED_SCHEMAS.includes(keyword)) return [keyword, value]
    const named = Object.entries(value as Record<string, SourceSchema>)
    const kept = named.filter(([, inner]) => !isCode(inner))
    return [
      keyword,
      Object.fromEntries(kept.map(([name, inner]) => [name, publishedSchema(inner)])),
    ]
  })
  return Object.fromEntries(entries)
}

const isCode = ({ type, tsType }: SourceSchema): boolean => !type && !!tsType?.includes('=>')
