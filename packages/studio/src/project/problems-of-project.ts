import type { Preset } from '@kelisim/services/preset'
import { problemsOf } from '../../../kelisim/src/validator.ts'
import { writePath } from '../../../kelisim/src/dev/problem.ts'
import type { Say } from '../texts.ts'
import { knownServices } from './known-services.ts'
import { presetsOf } from './presets-of.ts'
import { type Project, STANDARD_CATEGORIES } from './project.ts'
import { makeService } from './service-problems.ts'
import { type Branch, isBranch, type Path, type Tree, valueAt } from './tree.ts'

/** One thing wrong with a project, said to its owner. */
export interface ProjectProblem {
  /** Steps from the project to the value: `['options', 'operator', 'bin']`. */
  readonly path: Path
  /** What is wrong, and how to put it right. */
  readonly text: string
}

/** Where the files may be. */
const BASE = /^(https:\/\/[^/\s"<>?#\\]+)?(\/[^/\s"<>?#\\]+)*\/$/

/**
 * Lists everything that keeps a project from working: what the validator says of the options, what the
 * presets say of theirs, and a folder that is none.
 *
 * @param say Texts in the owner's language.
 */
export function problemsOfProject(project: Project, language: string, say: Say): ProjectProblem[] {
  const found: ProjectProblem[] = []
  const made: Pick<Preset, 'id' | 'category'>[] = []
  for (const [id, own] of presetsOf(project)) {
    const known = knownServices.get(id)
    if (!known) continue
    const service = makeService(known, own)
    if ('preset' in service) made.push(service.preset)
    else
      for (const { option, code, value, example } of service.problems)
        found.push({
          path: ['presets', id, option],
          text: say(`problem.${code}`, { value, example }),
        })
  }
  if (project.base && !BASE.test(project.base))
    found.push({ path: ['base'], text: say('problem.base') })
  return [...optionProblems(project, made, language), ...found, ...namelessCategories(project, say)]
}

/** Finds categories that visitors would be shown by their ids. */
function namelessCategories({ options }: Project, say: Say): ProjectProblem[] {
  const { categories } = options
  const entries = Array.isArray(categories) ? (categories as readonly Tree[]) : []
  return entries.flatMap((entry, index) =>
    isBranch(entry) && !entry['label'] && !STANDARD_CATEGORIES.includes(`${entry['id']}`)
      ? [{ path: ['options', 'categories', index, 'label', 'ru'], text: say('problem.label') }]
      : [],
  )
}

/** What the validator says; services of presets stand behind the owner's own. */
function optionProblems(
  { options }: Project,
  made: readonly Pick<Preset, 'id' | 'category'>[],
  language: string,
): ProjectProblem[] {
  const own = Array.isArray(options['services']) ? (options['services'] as readonly Tree[]) : []
  const all = { ...options, ...(made.length > 0 && { services: [...own, ...made.map(asked)] }) }
  return problemsOf(all, language).map(({ path, message, repair }) => {
    const steps = pathOf(path)
    const [group, index = -1, field = 'id'] = steps
    const service = group === 'services' && Number(index) >= own.length
    const id = service ? made[Number(index) - own.length]?.id : undefined
    return {
      path: id ? ['presets', id, field] : ['options', ...steps],
      text: `${sentence(message)} ${sentence(repair)}`,
    }
  })
}

/** What of a service is asked about; functions and facts of ours need no check. */
function asked(preset: Pick<Preset, 'id' | 'category'>): Branch {
  const names = ['id', 'category', 'vendor', 'country', 'privacyUrl', 'crossBorderReason']
  return Object.fromEntries(
    names.flatMap((name) => {
      const value = valueAt(preset as unknown as Branch, [name])
      return value === undefined ? [] : [[name, value]]
    }),
  )
}

/** Reads a path as the validator writes it: `services[3].category`. */
function pathOf(written: string): Path {
  if (written === writePath([])) return []
  return [...written.matchAll(/\[(\d+)\]|\["((?:[^"\\]|\\.)*)"\]|([^.[\]]+)/g)].map(
    ([, index, quoted, plain]) =>
      index ? Number(index) : quoted !== undefined ? JSON.parse(`"${quoted}"`) : (plain ?? ''),
  )
}

const sentence = (text: string): string =>
  text.charAt(0).toUpperCase() + text.slice(1).replace(/[^.?!]$/, '$&.')
