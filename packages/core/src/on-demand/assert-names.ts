import { ConsentError } from '../errors.ts'
import type { Options } from '../model/options.ts'

const ID = /^[a-z0-9][a-z0-9-]{0,31}$/
// Room for the answers of all names in one cookie: browsers owe 4,096 bytes to name, value and attributes.
const MAX_BYTES = 3_800
const FIXED_BYTES = 150

/**
 * Refuses names that cannot be kept, before anybody is asked.
 *
 * @throws {ConsentError} `bad-id`, `duplicate-id`, `unknown-category`, `bad-option`, `too-many-names`.
 */
export function assertNames({
  categories = ['functional', 'analytics', 'marketing'],
  services = [],
  policy,
}: Options): void {
  const asked = [
    'necessary',
    ...categories.map((entry) => (typeof entry === 'string' ? entry : entry.id)),
  ]
  for (const ids of [asked, services.map(({ id }) => id)]) {
    ids.forEach((id, index) => {
      // Names such as "constructor" exist on every object, so readers in other languages may trip over them.
      if (!ID.test(id) || id in {}) throw new ConsentError('bad-id', `"${id}"`)
      if (ids.indexOf(id) < index) throw new ConsentError('duplicate-id', `"${id}"`)
    })
  }
  for (const { id, category, storage = [] } of services) {
    // A glob of nothing but stars would take what nobody declared.
    const glob = storage.find(({ name }) => /^\**$/.test(name))
    if (glob) throw new ConsentError('bad-option', `storage "${glob.name}" of service "${id}"`)
    if (asked.includes(category)) continue
    throw new ConsentError(
      'unknown-category',
      `"${category}" of service "${id}" (known: ${asked.join(', ')})`,
    )
  }
  if (!/^[\w.-]{0,32}$/.test(policy?.version ?? '')) {
    throw new ConsentError('bad-option', `policy.version: "${policy?.version}"`)
  }
  // At its longest: every service is answered otherwise than its category.
  const entries = [
    ...asked.map((id) => `${id}:1:1234567.`),
    ...services.map(({ id }) => `${id}:1.`),
  ]
  const bytes = FIXED_BYTES + entries.join('').length
  if (bytes > MAX_BYTES) {
    throw new ConsentError(
      'too-many-names',
      `${bytes} bytes for ${entries.length} names, at most ${MAX_BYTES}`,
    )
  }
}
