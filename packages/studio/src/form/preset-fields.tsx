import { h } from 'preact'
import type { KnownService, ServiceOption } from '../project/known-services.ts'
import { setValue } from '../project/state.ts'
import { useCategoryNames } from './category-names.ts'
import { ChoiceField } from './choice-field.tsx'
import { FlagField } from './flag-field.tsx'
import { focusSoon } from './focus-soon.ts'
import { Markup } from './markup.tsx'
import { TextField } from './text-field.tsx'
import { idOf, useProblem, useSay, useValue } from './use-state.ts'

/** What an owner may say of a known service. */
export function PresetFields({ service }: { service: KnownService }): h.JSX.Element {
  const say = useSay()
  const { id, facts, options } = service
  const problem = useProblem(['presets', id, 'id'])
  const hasId = options.some(({ name }) => name === 'id')
  const required = options.filter(({ isRequired }) => isRequired)
  const others = options.filter(({ isRequired }) => !isRequired)
  // As the core does it: what is not known to stay in Russia is left out there unless a reason is given.
  const { country, countries = [country] } = facts
  const hasReason = !!useValue(['presets', id, 'crossBorderReason'])
  const isAbroad =
    useValue(['options', 'profile']) === 'RU' && `${countries}` !== 'RU' && !hasReason
  const remove = (): void => {
    setValue(['presets', id], undefined)
    focusSoon('service-search')
  }
  return (
    <fieldset>
      <legend>{facts.name}</legend>
      {!hasId && problem && (
        <p class="problem" id={idOf(['presets', id, 'id'])} tabIndex={-1}>
          {problem}
        </p>
      )}
      {required.map((option) => (
        <PresetOption key={option.name} service={service} option={option} />
      ))}
      {!facts.load && <Markup kind="frame" id={id} />}
      {isAbroad && <p class="note">{say('services.abroad')}</p>}
      <details>
        <summary>{say('services.more')}</summary>
        {others.map((option) => (
          <PresetOption key={option.name} service={service} option={option} />
        ))}
      </details>
      <button type="button" onClick={remove}>
        {say('services.remove', { name: facts.name })}
      </button>
    </fieldset>
  )
}

interface PresetOptionProps {
  readonly service: KnownService
  readonly option: ServiceOption
}

function PresetOption({ service: { id, facts }, option }: PresetOptionProps): h.JSX.Element {
  const say = useSay()
  const categories = useCategoryNames()
  const { name, kind, example, isRequired } = option
  const path = ['presets', id, name]
  const known = say(`option.${name}`)
  const label = known === `option.${name}` ? say(`field.${name}`) : known
  if (kind === 'flag')
    return <FlagField path={path} label={label} standard={name === 'consentEvents'} />
  if (kind === 'category') {
    const usual = categories.find(([each]) => each === facts.category)?.[1] ?? facts.category
    const unset = say('form.standard', { value: usual })
    return <ChoiceField path={path} label={label} choices={categories} unset={unset} />
  }
  if (kind === 'mode') {
    const [usual, other] = ['basic', 'advanced'].map((mode) => say(`choice.consentMode.${mode}`))
    const choices = [['advanced', other ?? '']] as const
    const unset = say('form.standard', { value: usual })
    return <ChoiceField path={path} label={label} choices={choices} unset={unset} />
  }
  const hint = isRequired ? say('form.example', { example }) : ''
  return <TextField path={path} label={label} hint={hint} isNumber={kind === 'number'} />
}
