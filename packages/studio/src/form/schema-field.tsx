import { h } from 'preact'
import { choiceKeys } from '../project/choice-keys.ts'
import type { Field } from '../project/fields.ts'
import type { Path } from '../project/tree.ts'
import type { Say } from '../texts.ts'
import { ChoiceField } from './choice-field.tsx'
import { FlagField } from './flag-field.tsx'
import { TextField } from './text-field.tsx'
import { useSay } from './use-state.ts'

interface SchemaFieldProps {
  readonly field: Field
  /** Where the field's own path begins. */
  readonly base: Path
  readonly keepsEmpty?: boolean
}

/** The control that fits what the schema says of an option. */
export function SchemaField({ field, base, keepsEmpty = false }: SchemaFieldProps): h.JSX.Element {
  const say = useSay()
  const path = [...base, ...field.path]
  const label = say(`field.${field.path.join('.')}`)
  const { kind, choices, standard, example } = field
  if (kind === 'flag') return <FlagField path={path} label={label} standard={standard === true} />
  if (kind === 'choice') {
    const texts = choices.map((each) => [each, choiceText(say, field, each)] as const)
    const standardText = choices.includes(`${standard}`)
      ? choiceText(say, field, `${standard}`)
      : ''
    const unset = standardText ? say('form.standard', { value: standardText }) : say('form.unset')
    return <ChoiceField path={path} label={label} choices={texts} unset={unset} />
  }
  const isNumber = kind === 'number'
  const usual = isNumber && standard !== undefined
  const hint = usual
    ? say('form.standard', { value: standard })
    : example && say('form.example', { example })
  return (
    <TextField path={path} label={label} hint={hint} isNumber={isNumber} keepsEmpty={keepsEmpty} />
  )
}

/** Says what a value means; names of products and languages speak for themselves. */
function choiceText(say: Say, field: Field, value: string): string {
  const key = choiceKeys(field, value).find((each) => say(each) !== each)
  return key ? say(key) : value
}
