/** Keys of Google's consent mode, version 2. */
export type GoogleConsentKey =
  | 'ad_storage'
  | 'ad_user_data'
  | 'ad_personalization'
  | 'analytics_storage'
  | 'functionality_storage'
  | 'personalization_storage'
  | 'security_storage'

/** A value for each key that is set. */
export type GoogleConsent = Partial<Record<GoogleConsentKey, 'granted' | 'denied'>>

const KEYS: readonly (readonly [string, readonly GoogleConsentKey[]])[] = [
  ['marketing', ['ad_storage', 'ad_user_data', 'ad_personalization']],
  ['analytics', ['analytics_storage']],
  ['functional', ['functionality_storage', 'personalization_storage']],
  ['necessary', ['security_storage']],
]

/**
 * Translates the categories that are granted. `security_storage` is granted always, as what is
 * strictly necessary is.
 *
 * Source: developers.google.com/tag-platform/security/guides/consent
 */
export function googleConsent(
  granted: readonly string[],
): Record<GoogleConsentKey, 'granted' | 'denied'> {
  return consentOf([...granted, 'necessary'], KEYS) as ReturnType<typeof googleConsent>
}

/** The keys of some categories only, all with one value: what an update has to say. */
export function googleUpdate(
  categories: readonly string[],
  value: 'granted' | 'denied',
): GoogleConsent {
  const keys = KEYS.filter(([category]) => categories.includes(category))
  return consentOf(value === 'granted' ? categories : [], keys)
}

function consentOf(granted: readonly string[], keys: typeof KEYS): GoogleConsent {
  return Object.fromEntries(
    keys.flatMap(([category, names]) =>
      names.map((name) => [name, granted.includes(category) ? 'granted' : 'denied']),
    ),
  )
}
