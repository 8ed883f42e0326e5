import { h, type VNode } from 'preact'
import { isAbroad } from '../../../core/src/model/is-abroad.ts'
import type { Service } from '../../../core/src/model/options.ts'
import { linkAddress } from '../link-address.ts'
import type { DialogScene } from './dialog-scene.ts'
import { Switch } from './switch.tsx'

interface ServiceProps extends DialogScene {
  readonly service: Service
  /** Left out for services that cannot be switched off. */
  readonly onSwitch?: (on: boolean) => void
}

/** One service: who, where, what for, and its own switch. */
export function ServiceDetails({ service, onSwitch, ...scene }: ServiceProps): VNode {
  const { running, draft, words, redraw } = scene
  const { say, own } = words
  const { id, name = id, vendor, country, purpose, privacyUrl } = service
  const address = linkAddress(privacyUrl)
  return (
    <div class="service" part="service">
      <div class="row">
        <h4 dir="auto">{own(name)}</h4>
        {onSwitch && (
          <Switch
            label={own(name)}
            isOn={draft.isServiceOn(id)}
            isPerson={running.platform.isPerson}
            onSwitch={onSwitch}
            redraw={redraw}
          />
        )}
      </div>
      <dl>
        {(vendor || country) && (
          <dt>{say(vendor ? 'preferences.vendor' : 'preferences.country')}</dt>
        )}
        {(vendor || country) && (
          <dd dir="auto">
            {own(vendor)} {country && <Country {...scene} service={service} code={country} />}
          </dd>
        )}
        {purpose && <dt>{say('preferences.purpose')}</dt>}
        {purpose && <dd dir="auto">{own(purpose)}</dd>}
      </dl>
      {address && <a href={address}>{say('preferences.privacy')}</a>}
    </div>
  )
}

function Country({ state, words, service, code }: ServiceProps & { readonly code: string }): VNode {
  return (
    <span class="tag">
      {words.country(code)}
      {isAbroad(state.options, service) && ` · ${words.say('preferences.abroad')}`}
    </span>
  )
}
