import { atom, computed, type ReadableAtom, type WritableAtom } from 'nanostores'
import { isLanguage, type Language, type Say, sayIn } from '../texts.ts'
import { knownServices } from './known-services.ts'
import { problemsOfProject, type ProjectProblem } from './problems-of-project.ts'
import { emptyProject, type Project, toProject } from './project.ts'
import { pack, unpack } from './share-link.ts'
import { type Branch, isBranch, type Path, type Tree, valueAt, withValue } from './tree.ts'

const WRITE_AFTER_MS = 250

/** What is set up; kept in the address and nowhere else. */
export const $project: WritableAtom<Project> = atom(emptyProject)

/** The language of the owner. */
export const $language: WritableAtom<Language> = atom('ru')

/** The texts in the language of the owner. */
export const $say: ReadableAtom<Say> = computed($language, sayIn)

/** Everything that is wrong, in the language of the owner. */
export const $problems: ReadableAtom<readonly ProjectProblem[]> = computed(
  [$project, $language, $say],
  problemsOfProject,
)

/** The last project that could work: what the preview shows. */
export const $working: WritableAtom<Project> = atom(emptyProject)

/** What was wrong with the address: a key of the texts. */
export const $fault: WritableAtom<string> = atom('')

/** Sets one value of the project; undefined takes it away. */
export function setValue(path: Path, value: Tree | undefined): void {
  const changed = withValue($project.get() as unknown as Branch, path, value)
  const service = path.slice(0, 2)
  // A known service of which nothing is said stays one; only to take it away itself ends it.
  const isKept = path[0] === 'presets' && path.length > 2 && valueAt(changed, service) === undefined
  $project.set({ ...emptyProject, ...(isKept ? withValue(changed, service, {}) : changed) })
}

/**
 * Follows the address, writes each change into it, and keeps the last project that could work. Returns
 * its undo.
 */
export function startState(): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined
  const follow = (): void => {
    if (location.hash.slice(1) !== packed()) readAddress(location.hash.slice(1))
  }
  const write = (): void => history.replaceState(null, '', `#${packed()}`)
  follow()
  const undos = [
    $problems.subscribe((problems) => {
      if (problems.length === 0) $working.set($project.get())
    }),
    ...[$project, $language].map((store) =>
      store.listen(() => {
        clearTimeout(timer)
        timer = setTimeout(write, WRITE_AFTER_MS)
      }),
    ),
  ]
  addEventListener('hashchange', follow)
  return () => {
    clearTimeout(timer)
    removeEventListener('hashchange', follow)
    for (const undo of undos) undo()
  }
}

/** The project and the language, as an address carries them. */
export const packed = (): string => pack({ ...$project.get(), studio: $language.get() })

function readAddress(hash: string): void {
  const value = hash ? unpack(hash) : {}
  $fault.set(isBranch(value) ? '' : 'import.link')
  if (!isBranch(value)) return
  const wanted = [value['studio'], ...navigator.languages.map((code) => code.slice(0, 2))]
  $language.set(wanted.find(isLanguage) ?? 'ru')
  $project.set(toProject(value, [...knownServices.keys()]))
}
