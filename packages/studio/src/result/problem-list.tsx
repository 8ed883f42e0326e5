import { h } from 'preact'
import { useLayoutEffect, useState } from 'preact/hooks'
import { findField, focusField } from '../form/focus-soon.ts'
import { idOf, useSay } from '../form/use-state.ts'
import type { ProjectProblem } from '../project/problems-of-project.ts'
import { setValue } from '../project/state.ts'

/** Lists what is to be put right: each with a way to its field, or out where it has none. */
export function ProblemList({ problems }: { problems: readonly ProjectProblem[] }): h.JSX.Element {
  const say = useSay()
  const [withoutField, setWithoutField] = useState<readonly string[]>([])
  useLayoutEffect(() => {
    const ids = problems.map(({ path }) => idOf(path))
    setWithoutField(ids.filter((id) => !findField(id)))
  }, [problems])
  return (
    <div>
      <output class="count">{say('problem.title', { number: problems.length })}</output>
      <ol class="problems">
        {problems.map(({ path, text }) => {
          const id = idOf(path)
          const hasField = !withoutField.includes(id)
          return (
            <li key={id}>
              <code>{path.slice(1).join('.')}</code> {text}{' '}
              <button
                type="button"
                onClick={() => (hasField ? focusField(id) : setValue(path, undefined))}
              >
                {say(hasField ? 'problem.go' : 'problem.remove')}
              </button>
            </li>
          )
        })}
      </ol>
      <p class="hint">{say('problem.wait')}</p>
    </div>
  )
}
