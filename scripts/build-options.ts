import { readFile } from 'node:fs/promises'
import { compile, type JSONSchema } from 'json-schema-to-typescript'

const source = new URL('../packages/core/config.schema.json', import.meta.url)

/**
 * Renders the types of the options from their JSON Schema, the one source of both.
 *
 * @returns TypeScript with one exported type per definition of the schema.
 */
export async function renderOptions(): Promise<string> {
  const schema = prepare(JSON.parse(await readFile(source, 'utf8')))
  const types = await compile(schema, 'Options', {
    additionalProperties: false,
    bannerComment:
      '// Written by `pnpm generate` from config.schema.json: change that file instead.',
    ignoreMinAndMaxItems: true,
    style: { semi: false, singleQuote: true, printWidth: 100, trailingComma: 'all' },
    unreachableDefinitions: true,
  })
  const [banner, ...rest] = types
    .replace(/\n \*\n \* This interface was referenced by[^/]*\*\//g, '\n */')
    .replace(/\/\*\*\n \* This interface was referenced by[^/]*\*\/\n/g, '')
    .replace(/^( +)(\w+\??:\s)/gm, '$1readonly $2')
    .split('\n')
  return [banner, "import type { LoadContext } from './load-context.ts'", ...rest].join('\n')
}

/** Moves each default into the description, where editors show it, and names referenced types once. */
function prepare(node: JSONSchema): JSONSchema {
  for (const child of Object.values(node.properties ?? {})) prepare(child)
  for (const child of Object.values<JSONSchema>(node.$defs ?? {})) prepare(child)
  if (node.$ref) {
    node.tsType = node.$ref.slice('#/$defs/'.length)
    delete node.$ref
  }
  if ('default' in node) {
    node.description = `${node.description}\n\n@default ${JSON.stringify(node.default)}`
  }
  return node
}
