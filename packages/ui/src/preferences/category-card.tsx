import { h, type VNode } from 'preact'
import type { CategoryAsked } from '../../../core/src/model/asked.ts'
import { inAcceptAll } from '../../../core/src/model/in-accept-all.ts'
import type { DialogScene } from './dialog-scene.ts'
import { Fold } from './fold.tsx'
import { ServiceRow } from './service-row.tsx'
import { Switch } from './switch.tsx'

interface CardProps extends DialogScene {
  readonly category: CategoryAsked
}

/** One category with its switch; its services are folded away. */
export function CategoryCard({ category, ...scene }: CardProps): VNode {
  const { draft, words, redraw } = scene
  const { say, own } = words
  const { id, services } = category
  const isOptional = id !== 'necessary'
  const key = `preferences.description.${id}`
  const description = own(category.description) || say(key)
  const recorders = services.filter(({ recordsInput }) => recordsInput)
  return (
    <div class="card" part="category">
      <div class="row">
        <Head {...scene} category={category} />
        {description !== key && <p dir="auto">{description}</p>}
        {recorders[0] && (
          <p class="warning">
            {say('preferences.records', {
              names: recorders.map(({ id, name = id }) => own(name)).join(', '),
            })}
          </p>
        )}
      </div>
      {/* What this site itself keeps is among the necessary. */}
      {(services[0] || !isOptional) && (
        <Fold
          {...scene}
          id={id}
          inside="details"
          summary={say('preferences.services', { count: services.length + Number(!isOptional) })}
        >
          {services.map((service) => (
            <ServiceRow
              {...scene}
              service={service}
              {...(isOptional && {
                onSwitch: (on: boolean) => redraw(draft.setService(category, service.id, on)),
              })}
            />
          ))}
        </Fold>
      )}
    </div>
  )
}

/** The name with the switch, and what sets the category apart. */
function Head({ category, ...scene }: CardProps): VNode[] {
  const { state, draft, words, redraw } = scene
  const { say, nameOf } = words
  const decision = state.consent.$decision.get()
  const isOptional = category.id !== 'necessary'
  const tags = [
    isOptional && decision && decision.asked[category.id] !== category.hash && 'again',
    !inAcceptAll(category) && 'alone',
  ]
  return [
    <h3 dir="auto">{nameOf(category)}</h3>,
    isOptional ? (
      <Switch
        label={nameOf(category)}
        isOn={draft.isOn(category)}
        isHalf={draft.isHalf(category)}
        onSwitch={(on) => redraw(draft.setCategory(category, on))}
        redraw={redraw}
      />
    ) : (
      <b class="always">{say('preferences.always')}</b>
    ),
    ...tags.flatMap((tag) => (tag ? <span class="tag">{say(`preferences.${tag}`)}</span> : [])),
  ]
}
