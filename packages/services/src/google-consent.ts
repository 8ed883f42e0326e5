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
  const given = [...granted, 'necessary']
  return Object.fromEntries(
    KEYS.flatMap(([category, names]) =>
      names.map((name) => [name, given.includes(category) ? 'granted' : 'denied']),
    ),
  ) as ReturnType<typeof googleConsent>
}
