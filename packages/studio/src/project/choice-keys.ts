import type { Field } from './fields.ts'

/** Names the texts that may say what a value of a choice means, the closest first. */
export function choiceKeys({ path }: Pick<Field, 'path'>, value: string): string[] {
  const name = value.replace(/-(.)/g, (_, letter: string) => letter.toUpperCase())
  return [`choice.${path.at(-1)}.${name}`, `language.${name}`]
}
