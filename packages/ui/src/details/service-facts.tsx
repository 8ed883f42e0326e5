import { h, type VNode } from 'preact'
import type { Service } from '../../../core/src/model/options.ts'
import { linkAddress } from '../link-address.ts'
import { countryName } from '../placeholders/country-name.ts'
import type { DialogScene } from '../preferences/dialog-scene.ts'
import { StorageList } from './storage-list.tsx'

interface FactsProps extends DialogScene {
  readonly service: Service
}

/** One service: who, where, what for, on what ground, what it keeps and for how long. */
export function ServiceFacts({ service, ...scene }: FactsProps): VNode {
  const { words } = scene
  const { say, own } = words
  const { vendor, country, countries, purpose, storage = [], privacyUrl } = service
  const places = countries ?? (country ? [country] : [])
  const address = linkAddress(privacyUrl)
  const isNecessary = service.category === 'necessary'
  return (
    <div class="facts">
      {service.recordsInput && <p class="warning">{say('details.records')}</p>}
      <dl>
        {vendor && <dt>{say('details.vendor')}</dt>}
        {vendor && <dd dir="auto">{own(vendor)}</dd>}
        {places[0] && <dt>{say('details.country')}</dt>}
        {places[0] && (
          <dd>
            {places.map((code) => (
              <Country {...scene} key={code} code={code} />
            ))}
          </dd>
        )}
        {purpose && <dt>{say('details.purpose')}</dt>}
        {purpose && <dd dir="auto">{own(purpose)}</dd>}
        <dt>{say('details.basis')}</dt>
        <dd>{say(isNecessary ? 'details.necessity' : 'details.consent')}</dd>
        {storage[0] && <dt>{say('details.keeps')}</dt>}
        {storage[0] && (
          <dd>
            <StorageList words={words} storage={storage} />
          </dd>
        )}
      </dl>
      {address && <a href={address}>{say('details.privacy')}</a>}
    </div>
  )
}

function Country({ state, words, code }: DialogScene & { readonly code: string }): VNode {
  const home = state.options.operator?.country
  const isAbroad = home && code !== home
  return (
    <span>
      {countryName(code, words)}
      {isAbroad && [' ', <span class="tag">{words.say('details.abroad')}</span>]}
    </span>
  )
}
