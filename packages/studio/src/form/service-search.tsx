import { useStore } from '@nanostores/preact'
import { h } from 'preact'
import { useState } from 'preact/hooks'
import { findServices } from '../project/find-services.ts'
import type { KnownService } from '../project/known-services.ts'
import { $language, $project, setValue } from '../project/state.ts'
import { focusSoon } from './focus-soon.ts'
import { idOf, useSay } from './use-state.ts'

/** Finds known services by their names and what they do, and adds them. */
export function ServiceSearch(): h.JSX.Element {
  const say = useSay()
  const language = useStore($language)
  const { presets } = useStore($project)
  const [query, setQuery] = useState('')
  const found = findServices(query).filter(({ id }) => !Object.hasOwn(presets, id))
  return (
    <div class="search">
      <label for="service-search">{say('services.search')}</label>
      <input
        id="service-search"
        type="search"
        autocomplete="off"
        value={query}
        onInput={({ currentTarget }) => setQuery(currentTarget.value)}
      />
      <output class="hint">
        {found.length > 0 ? say('services.found', { number: found.length }) : say('services.none')}
      </output>
      <ul class="found">
        {found.map((service) => (
          <li key={service.id}>
            <button
              type="button"
              onClick={() => {
                add(service)
                setQuery('')
              }}
            >
              <span class="unseen">{say('services.add')} </span>
              {service.facts.name}
            </button>
            <span>{service.facts.purpose[language]}</span>
          </li>
        ))}
      </ul>
    </div>
  )
}

function add({ id, options }: KnownService): void {
  setValue(['presets', id], {})
  const first = options.find(({ isRequired }) => isRequired) ?? options[0]
  focusSoon(idOf(['presets', id, first?.name ?? '']))
}
