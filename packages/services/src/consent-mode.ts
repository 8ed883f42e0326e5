import { badOption } from './bad-option.ts'
import type { Preset } from './preset.ts'
import { beforeConsent } from './service-purposes.ts'

/** Options of a preset whose vendor's tag can run while everything is denied. */
export interface ConsentModeOptions {
  /**
   * `basic`: nothing of the vendor's is on the page before consent. `advanced`: the tag is loaded before
   * consent and told that all is denied. The vendor then learns of every visit, refused ones included.
   *
   * @default "basic"
   */
  readonly consentMode?: 'basic' | 'advanced'
}

/** What a service does in advanced mode. */
export type AdvancedCalls = Required<Pick<Preset, 'prepare'>> &
  Partial<Pick<Preset, 'load' | 'update' | 'stop'>>

/**
 * Makes a preset contact its vendor before consent, if the owner asks for it. The visitor is told so by
 * its purpose, which is part of what is asked.
 *
 * @param calls What is done otherwise than in basic mode. `prepare` says that all is denied, then loads.
 * @throws {ConsentError} `bad-option` for another mode.
 */
export function inConsentMode(
  { consentMode = 'basic' }: ConsentModeOptions,
  preset: Preset,
  calls: AdvancedCalls,
): Preset {
  if (consentMode === 'basic') return preset
  if (consentMode !== 'advanced')
    throw badOption(`service "${preset.id}"`, 'consentMode is "basic" or "advanced"')
  const { kk, ru, en } = preset.purpose
  const purpose = {
    kk: `${kk} ${beforeConsent.kk}`,
    ru: `${ru} ${beforeConsent.ru}`,
    en: `${en} ${beforeConsent.en}`,
  }
  // Its code would be back after a reload.
  return { ...preset, purpose, contactsBeforeConsent: true, needsReload: false, ...calls }
}
