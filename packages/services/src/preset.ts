import type { Confidence, Service, StorageEntry as Declared } from '@kelisim/core'
import { badOption } from './bad-option.ts'

/** One text per language of the interface. */
export type Purpose = Readonly<Record<'kk' | 'ru' | 'en', string>>

/** A vendor's own consent call that the service listens to. */
export type Signal =
  | 'google'
  | 'uet'
  | 'clarity'
  | 'meta'
  | 'tiktok'
  | 'matomo'
  | 'posthog'
  | 'amplitude'
  | 'mixpanel'

/** Something a service keeps in the visitor's browser, with everything said of it. */
export type StorageEntry = Required<Omit<Declared, 'optOut'>> & Pick<Declared, 'optOut'>

/** What is known about a third party, together with how it is loaded and stopped. */
export interface Preset extends Service {
  readonly name: string
  readonly vendor: string
  /** Where the data goes; the main country if there are several. */
  readonly country: string
  /** All countries the data goes to, the main one included. */
  readonly countries?: readonly string[]
  readonly purpose: Purpose
  readonly storage: readonly StorageEntry[]
  /** The vendor's code stays on the page after a withdrawal, until it is reloaded. */
  readonly needsReload: boolean
  /** Records what visitors do on the page, to be watched later. */
  readonly recordsInput?: boolean
  /** Hosts, each for its subdomains too, with an optional start of the path: finds undeclared tags. */
  readonly hosts: readonly string[]
  /** The same for frames and widgets that a placeholder stands for. */
  readonly match?: readonly string[]
  readonly signals: readonly Signal[]
  /** Public addresses, or names of public collections. */
  readonly sources: readonly string[]
  readonly checkedAt: '2026-11-21'
  /** How well the loader and the calls are known. */
  readonly confidence: Confidence
}

/** Options that every preset takes. */
export interface PresetOptions {
  /** @default "the category named by the preset" */
  readonly category?: string
  /** @default "the vendor's policy, where its address is known" */
  readonly privacyUrl?: string
  /** Why data of visitors in Russia may go abroad; without it the profile `RU` leaves out a service abroad. */
  readonly crossBorderReason?: string
}

/** Options of a preset whose vendor's policy has no address that is known for certain. */
export interface PrivacyOptions extends PresetOptions {
  readonly privacyUrl: string
}

/**
 * Puts the owner's options over what is known.
 *
 * @throws {ConsentError} `bad-option` where the address of the policy is known to neither.
 */
export function definePreset(
  facts: Omit<Preset, 'checkedAt'>,
  { category = facts.category, privacyUrl = facts.privacyUrl, crossBorderReason }: PresetOptions,
): Preset {
  if (!privacyUrl)
    throw badOption(
      `service "${facts.id}"`,
      'privacyUrl is missing; give the address of its policy',
    )
  const known = { ...facts, category, privacyUrl, checkedAt: '2026-11-21' } as const
  return crossBorderReason === undefined ? known : { ...known, crossBorderReason }
}
