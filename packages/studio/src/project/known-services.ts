import {
  attributeKinds,
  attributeOptions,
  attributeWords,
  commonOptions,
  type ServiceId,
} from '@kelisim/services/attributes'
import { presets } from '@kelisim/services/every-preset'
import { exampleOf } from '@kelisim/services/example-of'
import type { Preset } from '@kelisim/services/preset'

/** An option of a known service. */
export interface ServiceOption {
  readonly name: string
  readonly kind: 'text' | 'flag' | 'number' | 'category' | 'mode'
  readonly isRequired: boolean
  readonly example: string
}

/** A known service and what an owner may say of it. */
export interface KnownService {
  readonly id: ServiceId
  readonly facts: Preset
  readonly options: readonly ServiceOption[]
}

/** All known services by id, sorted by name. */
export const knownServices: ReadonlyMap<ServiceId, KnownService> = new Map(
  presets
    .map(([make]) => make())
    .sort((one, other) => one.name.localeCompare(other.name))
    .map((facts) => {
      const id = facts.id as ServiceId
      return [id, { id, facts, options: optionsOf(id, facts) }]
    }),
)

function optionsOf(id: ServiceId, facts: Preset): ServiceOption[] {
  const words: readonly string[] = attributeWords[id]
  // The fixture names one where the preset has none.
  const needsPolicy = !!facts.privacyUrl?.includes('vendor.example')
  const others: readonly string[] = [...commonOptions, ...(attributeOptions[id] ?? [])]
  const isRequired = (name: string): boolean =>
    words.includes(name) || (needsPolicy && name === 'privacyUrl')
  return [...words, ...others]
    .map((name) => ({
      name,
      kind: kindOf(name),
      isRequired: isRequired(name),
      example: name === 'privacyUrl' ? 'https://example.kz/privacy' : exampleOf(facts, name),
    }))
    .sort((one, other) => Number(other.isRequired) - Number(one.isRequired))
}

function kindOf(name: string): ServiceOption['kind'] {
  if (name === 'category') return 'category'
  if (name === 'consentMode') return 'mode'
  return attributeKinds[name] ?? 'text'
}
