/**
 * Tells whether an attribute of the tag may be about a service, by its first letters: every page view
 * pays for this, so the names themselves are in a file that is fetched then. Of a name that is neither
 * an option nor a service nothing is known; fetching that file in vain does no harm.
 *
 * @param name As the tag's `dataset` has it.
 */
export const namesService = (name: string): boolean =>
  /^([2bg-kmt-z]|am|ca[lr]|li|pos|r[ou])/.test(name)
