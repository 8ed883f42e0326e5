import { type OutputUnit, Validator } from '@cfworker/json-schema'
import { nearest } from './nearest.ts'
import { type Path, type Problem, quote } from './problem.ts'
import { resolve, type Schema, schema, schemaAt } from './schema.ts'

/** Lists what in plain data does not fit the schema of the options. */
export function schemaProblems(options: unknown): readonly Problem[] {
  // Every error, not only the first.
  const { errors } = new Validator(schema as object, '2020-12', false).validate(options)
  return rightBranches(errors).flatMap(toProblems(options))
}

/** Where there are alternatives, those of another type than the value say nothing about it. */
function rightBranches(errors: readonly OutputUnit[]): readonly OutputUnit[] {
  const isWithin = (inner: OutputUnit, outer: OutputUnit): boolean =>
    inner.instanceLocation === outer.instanceLocation &&
    inner.keywordLocation.startsWith(`${outer.keywordLocation}/`)
  const wrong = new Set<OutputUnit>()
  errors.forEach((error, index) => {
    if (error.keyword !== 'anyOf') return
    const within: OutputUnit[] = []
    // What the alternatives say follows at once.
    for (let next = index + 1; next < errors.length; next++) {
      const other = errors[next]
      if (!other?.instanceLocation.startsWith(error.instanceLocation)) break
      if (isWithin(other, error)) within.push(other)
    }
    const types = within.filter(({ keyword }) => keyword === 'type')
    // All that an alternative of another type says, such as that the value is not among its own.
    const others = within.filter(({ keywordLocation }) =>
      types.some((type) =>
        keywordLocation.startsWith(type.keywordLocation.slice(0, -'type'.length)),
      ),
    )
    const isOfNone = types.length === nodeOf(error.keywordLocation).anyOf?.length
    for (const each of isOfNone ? others : [error, ...others]) wrong.add(each)
  })
  return errors.filter((error) => !wrong.has(error))
}

type Judge = (value: unknown, node: Schema) => Pick<Problem, 'code' | 'values'>

const isKind: Judge = (value) => ({ code: 'wrong-kind', values: { kind: kindOf(value) } })
const isValue: Judge = (value) => ({ code: 'wrong-value', values: { value: quote(value) } })
const isEmpty: Judge = () => ({ code: 'empty' })

/** What each keyword means for whoever wrote the value; the others only say that a part of it is wrong. */
const judges: Readonly<Record<string, Judge>> = {
  type: isKind,
  anyOf: isKind,
  enum: isValue,
  minimum: isValue,
  maximum: isValue,
  minLength: isEmpty,
  minItems: isEmpty,
  maxLength: (value, { maxLength }) => ({
    code: 'too-long',
    values: { count: lengthOf(value), most: maxLength },
  }),
  maxItems: (value, { maxItems }) => ({
    code: 'too-many',
    values: { count: lengthOf(value), most: maxItems },
  }),
  pattern: (value) => ({ code: 'pattern', values: { value: quote(value) } }),
}

const toProblems =
  (options: unknown) =>
  ({ keyword, keywordLocation, instanceLocation }: OutputUnit): Problem[] => {
    const path = pathOf(instanceLocation)
    if (keyword === 'false') return [unknownOption(path)]
    const value = path.reduce<unknown>((at, step) => (at as Record<string, unknown>)[step], options)
    const node = nodeOf(keywordLocation)
    if (keyword === 'required') {
      const missing = (node.required ?? []).filter((name) => !(name in (value as object)))
      return missing.map((name) => ({ path: [...path, name], code: 'missing' }))
    }
    const judge = judges[keyword]
    return judge ? [{ path, wanted: node, ...judge(value, node) }] : []
  }

const lengthOf = (value: unknown): number => (value as string | unknown[]).length

function unknownOption(path: Path): Problem {
  const parent = schemaAt(path.slice(0, -1))
  const names = parent ? namesIn(parent) : []
  const near = nearest(String(path.at(-1)), [...names, ...names.flatMap(nestedIn(parent))])
  return near
    ? { path, code: 'similar-option', values: { name: quote(near) } }
    : { path, code: 'unknown-option', values: { names: names.join(', ') } }
}

const nestedIn =
  (parent: Schema | undefined) =>
  (name: string): string[] =>
    Object.keys(parent?.properties?.[name]?.properties ?? {}).map((inner) => `${name}.${inner}`)

function namesIn(node: Schema): string[] {
  return [node, ...(node.anyOf ?? []).map(resolve)].flatMap(({ properties }) =>
    Object.keys(properties ?? {}),
  )
}

function kindOf(value: unknown): string {
  if (value === null || typeof value === 'boolean') return `${value}`
  if (Array.isArray(value)) return 'array'
  return typeof value
}

/** The schema whose keyword an address such as `#/properties/services/items/$ref/required` names. */
function nodeOf(address: string): Schema {
  const steps = stepsOf(address).slice(0, -1)
  const root: unknown = schema
  return steps.reduce<unknown>(
    (node, step) =>
      step === '$ref' ? resolve(node as Schema) : (node as Record<string, unknown>)[step],
    root,
  ) as Schema
}

/** The path that an address such as `#/services/3/category` names. */
function pathOf(address: string): Path {
  const path: (string | number)[] = []
  for (const step of stepsOf(address)) {
    const isEntry = /^\d+$/.test(step) && schemaAt(path)?.items !== undefined
    path.push(isEntry ? Number(step) : step)
  }
  return path
}

function stepsOf(address: string): string[] {
  const steps = address.split('/').slice(1)
  return steps.map((step) => decodeURIComponent(step).replaceAll('~1', '/').replaceAll('~0', '~'))
}
