import { h, type VNode } from 'preact'
import { isAbroad } from '../../../core/src/model/is-abroad.ts'
import type { Service } from '../../../core/src/model/options.ts'
import { linkAddress } from '../link-address.ts'
import { countryName } from '../placeholders/country-name.ts'
import type { DialogScene } from '../preferences/dialog-scene.ts'
import { GROUNDS } from './grounds.ts'
import { StorageList } from './storage-list.tsx'

interface FactsProps extends DialogScene {
  readonly service: Service
}

/** One service: who, where, what for, on what ground, what it keeps and for how long. */
export function ServiceFacts({ service, ...scene }: FactsProps): VNode {
  const { words } = scene
  const { say, own } = words
  const {
    category,
    legalBasis,
    vendor,
    country,
    countries,
    purpose,
    storage = [],
    privacyUrl,
  } = service
  const places = countries ?? (country ? [country] : [])
  const address = linkAddress(privacyUrl)
  // What the visitor decides on rests on consent.
  const ground = category === 'necessary' ? legalBasis && GROUNDS[legalBasis] : 'consent'
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
        <dd>{say(`details.ground.${ground ?? 'necessity'}`)}</dd>
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
  return (
    <span>
      {countryName(code, words)}
      {isAbroad(state.options, { country: code }) && [
        ' ',
        <span class="tag">{words.say('details.abroad')}</span>,
      ]}
    </span>
  )
}
