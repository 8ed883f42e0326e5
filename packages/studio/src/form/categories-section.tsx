import { useStore } from '@nanostores/preact'
import { h } from 'preact'
import { STANDARD_CATEGORIES as STANDARD } from '../project/project.ts'
import { $language, setValue } from '../project/state.ts'
import type { Path, Tree } from '../project/tree.ts'
import { idOfCategory, nameOf, useCategories } from './category-names.ts'
import { FlagField } from './flag-field.tsx'
import { LocalTextFields } from './local-text-fields.tsx'
import { Section } from './section.tsx'
import { TextField } from './text-field.tsx'
import { idOf, useProblem, useSay } from './use-state.ts'

const PATH = ['options', 'categories'] as const

/** Which categories there are. */
export function CategoriesSection(): h.JSX.Element {
  const say = useSay()
  const categories = useCategories()
  const own = categories.flatMap((entry, index) =>
    STANDARD.includes(idOfCategory(entry)) && typeof entry === 'string' ? [] : [{ entry, index }],
  )
  return (
    <Section name="categories">
      <div class="ticks" id={idOf(PATH)} tabIndex={-1}>
        {STANDARD.map(idOfCategory).map((id) => (
          <StandardCategory key={id} id={id} categories={categories} />
        ))}
      </div>
      {own.map(({ entry, index }) => (
        <OwnCategory key={index} entry={entry} path={[...PATH, index]} />
      ))}
      <button type="button" onClick={() => save([...categories, newCategory(categories)])}>
        {say('categories.add')}
      </button>
    </Section>
  )
}

interface StandardCategoryProps {
  readonly id: string
  readonly categories: readonly Tree[]
}

function StandardCategory({ id, categories }: StandardCategoryProps): h.JSX.Element {
  const language = useStore($language)
  const isThere = categories.some((entry) => idOfCategory(entry) === id)
  return (
    <label class="tick">
      <input
        type="checkbox"
        checked={isThere}
        onChange={() => save(isThere ? without(categories, id) : inOrder(categories, id))}
      />
      {nameOf(id, language)}
    </label>
  )
}

function OwnCategory({ entry, path }: { entry: Tree; path: Path }): h.JSX.Element {
  const say = useSay()
  const problem = useProblem(path)
  return (
    <fieldset id={idOf(path)} tabIndex={-1}>
      <legend>{say('categories.own')}</legend>
      {problem && <p class="problem">{problem}</p>}
      <TextField path={[...path, 'id']} label={say('field.id')} keepsEmpty />
      <LocalTextFields path={[...path, 'label']} label={say('categories.label')} />
      <LocalTextFields path={[...path, 'description']} label={say('categories.description')} />
      <FlagField
        path={[...path, 'acceptAll']}
        label={say('categories.acceptAll')}
        standard={STANDARD.includes(idOfCategory(entry))}
      />
      <button type="button" onClick={() => setValue(path, undefined)}>
        {say('categories.remove')}: {idOfCategory(entry)}
      </button>
    </fieldset>
  )
}

/** Keeps the categories; the usual ones need not be said. */
function save(categories: readonly Tree[]): void {
  const isUsual = JSON.stringify(categories) === JSON.stringify(STANDARD)
  setValue(PATH, isUsual ? undefined : categories)
}

const without = (categories: readonly Tree[], id: string): readonly Tree[] =>
  categories.filter((entry) => idOfCategory(entry) !== id)

/** Puts a standard category where it usually stands, the owner's own behind. */
function inOrder(categories: readonly Tree[], id: string): readonly Tree[] {
  const isOwn = (entry: Tree): boolean => !STANDARD.includes(idOfCategory(entry))
  const standard = STANDARD.flatMap(
    (each) =>
      categories.find((entry) => idOfCategory(entry) === each) ?? (each === id ? [each] : []),
  )
  return [...standard, ...categories.filter(isOwn)]
}

function newCategory(categories: readonly Tree[]): Tree {
  const ids = categories.map(idOfCategory)
  const free = Array.from({ length: ids.length + 1 }, (_, index) => `own-${index + 1}`)
  return { id: free.find((id) => !ids.includes(id)) ?? 'own' }
}
