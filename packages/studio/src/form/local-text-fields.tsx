import { h } from 'preact'
import type { Path } from '../project/tree.ts'
import { isBranch } from '../project/tree.ts'
import { LANGUAGES } from '../texts.ts'
import { TextField } from './text-field.tsx'
import { useSay, useValue } from './use-state.ts'

/** One text in each language; where an imported one is for all languages, that one. */
export function LocalTextFields({ path, label }: { path: Path; label: string }): h.JSX.Element {
  const say = useSay()
  const value = useValue(path)
  if (value !== undefined && !isBranch(value)) return <TextField path={path} label={label} />
  return (
    <div class="row">
      {LANGUAGES.map((language) => (
        <TextField
          key={language}
          path={[...path, language]}
          label={`${label}: ${say(`language.${language}`)}`}
        />
      ))}
    </div>
  )
}
