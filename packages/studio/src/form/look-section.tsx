import { useStore } from '@nanostores/preact'
import { h } from 'preact'
import { fieldsOf } from '../project/fields.ts'
import { $project, setValue } from '../project/state.ts'
import { FieldFrame } from './field-frame.tsx'
import { SchemaField } from './schema-field.tsx'
import { Section } from './section.tsx'
import { shown } from './text-field.tsx'
import { useSay } from './use-state.ts'

const COLOUR = ['look', 'colour'] as const
const RADIUS = ['look', 'radius'] as const
/** What Kelisim has by itself. */
const STANDARD = { colour: '#0b5fff', radius: 16 } as const

/** How it looks. */
export function LookSection(): h.JSX.Element {
  const say = useSay()
  const { colour } = useStore($project).look
  return (
    <Section name="look" hasHint={false}>
      <label class="tick">
        <input
          type="checkbox"
          checked={colour !== undefined}
          onChange={({ currentTarget: { checked } }) =>
            setValue(COLOUR, checked ? STANDARD.colour : undefined)
          }
        />
        {say('look.own')}
      </label>
      {colour !== undefined && (
        <FieldFrame path={COLOUR} label={say('look.colour')} hint={say('look.colourHint')}>
          {(described, value) => (
            <input
              {...described}
              type="color"
              value={shown(value)}
              onInput={({ currentTarget }) => setValue(COLOUR, currentTarget.value)}
            />
          )}
        </FieldFrame>
      )}
      <FieldFrame path={RADIUS} label={say('look.radius')}>
        {(described, value) => (
          <input
            {...described}
            type="range"
            min="0"
            max="32"
            value={shown(value) || STANDARD.radius}
            onInput={({ currentTarget: { valueAsNumber } }) =>
              setValue(RADIUS, valueAsNumber === STANDARD.radius ? undefined : valueAsNumber)
            }
          />
        )}
      </FieldFrame>
      {fieldsOf('look').map((field) => (
        <SchemaField key={field.path.join('.')} field={field} base={['options']} />
      ))}
    </Section>
  )
}
