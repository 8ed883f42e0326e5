import { Fragment, h, type VNode } from 'preact'
import type { Service } from '../../../core/src/model/options.ts'
import type { DialogScene } from './dialog-scene.ts'
import { Switch } from './switch.tsx'

interface ServiceProps extends DialogScene {
  readonly service: Service
  /** Left out for services that cannot be switched off. */
  readonly onSwitch?: (on: boolean) => void
}

/** One service: who, where, what for, and its own switch. */
export function ServiceDetails({ service, onSwitch, ...scene }: ServiceProps): VNode {
  const { context, draft, words, linkAddress, redraw } = scene
  const { say, own } = words
  const { id, name = id, purpose, privacyUrl } = service
  const address = linkAddress(privacyUrl)
  return (
    <div class="service" part="service">
      <div class="row">
        <h4 dir="auto">{own(name)}</h4>
        {onSwitch && (
          <Switch
            label={own(name)}
            isOn={draft.isServiceOn(id)}
            isPerson={context.isPerson}
            onSwitch={onSwitch}
            redraw={redraw}
          />
        )}
      </div>
      <dl>
        <Vendor {...scene} service={service} />
        {purpose && (
          <>
            <dt>{say('preferences.purpose')}</dt>
            <dd dir="auto">{own(purpose)}</dd>
          </>
        )}
      </dl>
      {address && <a href={address}>{say('preferences.privacy')}</a>}
    </div>
  )
}

function Vendor({ context, words, service }: DialogScene & { readonly service: Service }): VNode | null {
  const { say, own, country } = words
  const home = context.options.operator?.country
  const isAbroad = home && service.country !== home
  if (!service.vendor && !service.country) return null
  return (
    <>
      <dt>{say(service.vendor ? 'preferences.vendor' : 'preferences.country')}</dt>
      <dd dir="auto">
        {own(service.vendor)}{' '}
        {service.country && (
          <span class="tag">
            {country(service.country)}
            {isAbroad && ` · ${say('preferences.abroad')}`}
          </span>
        )}
      </dd>
    </>
  )
}
