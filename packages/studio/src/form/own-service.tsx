import { h } from 'preact'
import { serviceFields } from '../project/fields.ts'
import { setValue } from '../project/state.ts'
import { isBranch, type Path } from '../project/tree.ts'
import { useCategoryNames } from './category-names.ts'
import { ChoiceField } from './choice-field.tsx'
import { focusSoon } from './focus-soon.ts'
import { LocalTextFields } from './local-text-fields.tsx'
import { Markup } from './markup.tsx'
import { SchemaField } from './schema-field.tsx'
import { idOf, useProblem, useSay, useValue } from './use-state.ts'

/** What an owner says of a service that Kelisim does not know. */
export function OwnService({ path }: { path: Path }): h.JSX.Element {
  const say = useSay()
  const categories = useCategoryNames()
  const value = useValue(path)
  const problem = useProblem(path)
  const { id = '', category = '', name = id } = isBranch(value) ? value : {}
  const remove = (): void => {
    setValue(path, undefined)
    focusSoon('service-search')
  }
  return (
    <fieldset id={idOf(path)} tabIndex={-1}>
      <legend>{say('services.own')}</legend>
      {problem && <p class="problem">{problem}</p>}
      {serviceFields().map((field) =>
        field.path[0] === 'category' ? (
          <ChoiceField
            key="category"
            path={[...path, 'category']}
            label={say('field.category')}
            choices={categories}
            unset={say('form.unset')}
          />
        ) : (
          <SchemaField
            key={field.path[0]}
            field={field}
            base={path}
            keepsEmpty={field.path[0] === 'id'}
          />
        ),
      )}
      <LocalTextFields path={[...path, 'purpose']} label={say('services.purpose')} />
      <Markup kind="script" id={`${id}`} category={`${category}`} />
      <button type="button" onClick={remove}>
        {say('services.remove', { name })}
      </button>
    </fieldset>
  )
}
