import { h, type VNode } from 'preact'
import type { CategoryAsked } from '../../../core/src/model/asked.ts'
import type { DialogScene } from './dialog-scene.ts'
import { ServiceDetails } from './service-details.tsx'
import { Switch } from './switch.tsx'

/** One category with its switch; its services are folded away. */
export function CategoryCard({
  category,
  ...scene
}: DialogScene & { category: CategoryAsked }): VNode {
  const { state, running, draft, words, redraw } = scene
  const { say, own, nameOf } = words
  const { id, hash, services } = category
  const isOptional = id !== 'necessary'
  const decision = state.consent.$decision.get()
  const isAgain = isOptional && decision && decision.asked[id] !== hash
  const key = `preferences.description.${id}`
  const description = own(category.description) || say(key)
  return (
    <div class="card" part="category">
      <div class="row">
        <h3 dir="auto">{nameOf(category)}</h3>
        {isOptional ? (
          <Switch
            label={nameOf(category)}
            isOn={draft.isOn(category)}
            isHalf={draft.isHalf(category)}
            isPerson={running.platform.isPerson}
            onSwitch={(on) => redraw(draft.setCategory(category, on))}
            redraw={redraw}
          />
        ) : (
          <b class="always">{say('preferences.always')}</b>
        )}
        {isAgain && <span class="tag">{say('preferences.again')}</span>}
        {description !== key && <p dir="auto">{description}</p>}
      </div>
      {services.length > 0 && (
        <details>
          <summary>{say('preferences.services', { count: services.length })}</summary>
          {services.map((service) => (
            <ServiceDetails
              key={service.id}
              {...scene}
              service={service}
              {...(isOptional && {
                onSwitch: (on: boolean) => redraw(draft.setService(category, service.id, on)),
              })}
            />
          ))}
        </details>
      )}
    </div>
  )
}
