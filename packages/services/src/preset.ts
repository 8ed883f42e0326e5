import type { LocalText, Service } from '@kelisim/core'
import { badOption } from './bad-option.ts'

/** One text per language of the interface. */
export type Purpose = Readonly<Record<'kk' | 'ru' | 'en', string>>

/**
 * How well a fact is known: measured in a browser or by a crawl, written by the vendor, reported by
 * others, or not known.
 */
export type Confidence = 'measured' | 'documented' | 'reported' | 'unknown'

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

/** Something a service keeps in the visitor's browser. */
export interface StorageEntry {
  readonly kind: 'cookie' | 'local' | 'session' | 'idb'
  /** An exact name, or a glob in which `*` stands for any text. */
  readonly name: string
  /** 1: on the site's own host, so the page can delete it; 3: on the vendor's. */
  readonly party: 1 | 3
  /** ISO 8601 duration, `session`, `persistent` (no term), or empty where it is not known. */
  readonly lifetime: string
  readonly purpose: LocalText
  readonly confidence: Confidence
}

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
  { category = facts.category, privacyUrl = facts.privacyUrl }: PresetOptions,
): Preset {
  if (!privacyUrl)
    throw badOption(
      `service "${facts.id}"`,
      'privacyUrl is missing; give the address of its policy',
    )
  return { ...facts, category, privacyUrl, checkedAt: '2026-11-21' }
}
