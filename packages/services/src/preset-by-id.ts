import type { ServiceId } from './attributes.ts'
import * as services from './index.ts'
import type { Preset } from './preset.ts'

/** Names the function of the package `kelisim/services` by the id: `vk-ads` is `vkAds`. */
export function presetName(id: ServiceId): string {
  const letters = id.replace('2gis', 'twogis').replaceAll('-', '')
  const name = Object.keys(services).find((each) => each.toLowerCase() === letters)
  if (name) return name
  throw new Error(`No function is named after the service "${id}".`)
}

/**
 * Makes the service that an id is for.
 *
 * @param options Those of the preset, which checks them.
 * @throws {ConsentError} `bad-option` that names the option.
 */
export function makePreset(id: ServiceId, options: object): Preset {
  const make = Reflect.get(services, presetName(id)) as (options: object) => Preset
  return make(options)
}
