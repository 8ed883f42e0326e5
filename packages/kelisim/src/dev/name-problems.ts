import { ConsentError, type Options } from '@kelisim/core'
import { assertNames } from '@kelisim/core/assert-names'
import type { Path, Problem } from './problem.ts'
import { quote } from './problem.ts'

/**
 * Lists what is wrong with the names in options that fit the schema otherwise: each id twice or taken,
 * each category that is not declared; and that they are too many for one cookie.
 */
export function nameProblems(options: Options): Problem[] {
  const { categories = ['functional', 'analytics', 'marketing'], services = [] } = options
  const declared = categories.map((entry) => (typeof entry === 'string' ? entry : entry.id))
  const known = ['necessary', ...declared]
  const problems = [
    ...idProblems(['categories'], declared, ['necessary']),
    ...idProblems(
      ['services'],
      services.map(({ id }) => id),
    ),
    ...services.flatMap(({ category }, index): Problem[] =>
      known.includes(category)
        ? []
        : [
            {
              path: ['services', index, 'category'],
              code: 'unknown-category',
              values: { name: quote(category), names: known.join(', ') },
            },
          ],
    ),
  ]
  return problems.length > 0 ? problems : sizeProblems(options)
}

function idProblems(path: Path, ids: readonly string[], taken: readonly string[] = []): Problem[] {
  return ids.flatMap((id, index): Problem[] => {
    const at = { path: [...path, index], values: { name: quote(id) } }
    // Names such as "constructor" exist on every object.
    if (id in {}) return [{ ...at, code: 'bad-id' }]
    return taken.includes(id) || ids.indexOf(id) < index ? [{ ...at, code: 'duplicate-id' }] : []
  })
}

function sizeProblems(options: Options): Problem[] {
  try {
    assertNames(options)
    return []
  } catch (error) {
    if (!(error instanceof ConsentError) || error.code !== 'too-many-names') throw error
    return [{ path: [], code: error.code }]
  }
}
