import type { Options } from '@kelisim/core'
import { makePreset } from '@kelisim/services/preset-by-id'
import { declarationHtml } from '../../../kelisim/src/declaration.ts'
import { presetsOf } from '../project/presets-of.ts'
import type { Project } from '../project/project.ts'

/**
 * Writes the table of all that a project uses, for the policy page of a site without JavaScript.
 *
 * @param project Without problems.
 * @param language Of the table: `kk`, `ru` or `en`.
 */
export function writeDeclaration(project: Project, language: string): string {
  const options = project.options as Options
  const known = presetsOf(project).map(([id, own]) => makePreset(id, own))
  return declarationHtml(
    { ...options, services: [...known, ...(options.services ?? [])] },
    language,
  )
}
