import source from '@kelisim/core/config.schema.json'
import type { Path } from './problem.ts'

/** What this check reads of a JSON Schema. */
export interface Schema {
  readonly $ref?: string
  readonly $defs?: Readonly<Record<string, Schema>>
  readonly properties?: Readonly<Record<string, Schema>>
  readonly additionalProperties?: boolean | Schema
  readonly items?: Schema
  readonly anyOf?: readonly Schema[]
  readonly type?: string
  readonly enum?: readonly (string | number)[]
  readonly required?: readonly string[]
  readonly minimum?: number
  readonly maximum?: number
  readonly maxLength?: number
  readonly maxItems?: number
  readonly title?: string
  readonly description?: string
  readonly default?: unknown
  readonly examples?: readonly unknown[]
  /** Type in TypeScript, where JSON has none: functions. */
  readonly tsType?: string
}

/** Schema of the options. */
export const schema: Schema = source

/** Follows a reference; its own words, such as a description, come before those of its target. */
export function resolve(node: Schema): Schema {
  const { $ref, ...own } = node
  return $ref ? { ...schema.$defs?.[$ref.slice('#/$defs/'.length)], ...own } : node
}

/** Finds the schema of the value at a path; undefined where there is no such option. */
export function schemaAt(path: Path): Schema | undefined {
  return path.reduce<Schema | undefined>((node, step) => node && child(node, step), schema)
}

/** Whether code may be given here instead of a value. */
export const takesFunction = (node: Schema | undefined): boolean => !!node?.tsType?.includes('=>')

function child(parent: Schema, step: string | number): Schema | undefined {
  const node = resolve(parent)
  for (const branch of [node, ...(node.anyOf ?? []).map(resolve)]) {
    const { properties = {}, additionalProperties, items } = branch
    const found =
      typeof step === 'number' ? items : Object.hasOwn(properties, step) && properties[step]
    if (found) return resolve(found)
    if (typeof additionalProperties === 'object') return resolve(additionalProperties)
  }
  return undefined
}
