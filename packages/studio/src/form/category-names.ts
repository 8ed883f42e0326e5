import { useStore } from '@nanostores/preact'
import { $language, $project } from '../project/state.ts'
import { STANDARD_CATEGORIES } from '../project/project.ts'
import { isBranch, type Tree } from '../project/tree.ts'
import { type Language, visitorTexts } from '../texts.ts'

/** The categories that are set up, `necessary` left out. */
export function useCategories(): readonly Tree[] {
  const { categories } = useStore($project).options
  return Array.isArray(categories) ? (categories as readonly Tree[]) : STANDARD_CATEGORIES
}

/** Id of a category, given by its id alone or with its texts. */
export const idOfCategory = (entry: Tree): string =>
  `${isBranch(entry) ? (entry['id'] ?? '') : entry}`

/** The categories that a service may be in, each with its name in the owner's language. */
export function useCategoryNames(): readonly (readonly [id: string, name: string])[] {
  const language = useStore($language)
  return ['necessary', ...useCategories()].map((entry) => [
    idOfCategory(entry),
    nameOf(entry, language),
  ])
}

/** Name of a category in a language, or in whichever it has. */
export function nameOf(entry: Tree, language: Language): string {
  const id = idOfCategory(entry)
  const label = isBranch(entry) ? entry['label'] : undefined
  const own = isBranch(label) ? (label[language] ?? Object.values(label)[0]) : label
  return `${own ?? visitorTexts[language][`category.${id}`] ?? id}`
}
