import type { Answers } from '../../core/src/model/decision.ts'
import type { Request } from '../../core/src/on-demand/answer.ts'
import { isPerson } from '../../core/src/on-demand/is-person.ts'
import type { State } from '../../core/src/state.ts'
import css from './age.css?inline'
import type { Make } from './element.ts'
import type { Words } from './words.ts'

/** What keeps children out; fetched where the owner wants that. */
export interface Age {
  readonly css: string
  /** Whether a person has stated to be of age, on any layer. */
  isStated: boolean
  /** Makes the statement; nothing where it was made with an earlier answer. */
  statement<Node>(make: Make<Node>, words: Words): Node[]
  /**
   * Holds a request that allows something while the statement is missing. Then that gets the focus and is
   * marked, so that eyes and ears find out why nothing happens.
   *
   * @param root Has the statement inside.
   */
  holds(request: Request, root: ParentNode): boolean
}

/** Begins without a statement. Only a person can make it: what a script ticks counts for nothing. */
export function createAge({ options, consent }: State): Age {
  /** Nothing can have been allowed without it. */
  const isStatedBefore = (): boolean => hasGrant(consent.$decision.get() ?? {})
  const age: Age = {
    css,
    isStated: false,
    statement(make, { say }) {
      if (isStatedBefore()) return []
      const box = make('input', {
        type: 'checkbox',
        // As an attribute it would be ticked by any value.
        ...(age.isStated && { checked: true }),
        'aria-describedby': 'age',
        onClick(event: Event) {
          const { checked } = event.target as HTMLInputElement
          if (checked && !isPerson(event)) event.preventDefault()
          else age.isStated = checked
        },
      })
      const words = make('span', null, say('age.statement', { age: options.minors?.age }))
      return [
        make(
          'div',
          { part: 'statement' },
          make('label', null, box, words),
          make('p', { id: 'age' }, say('age.needed')),
        ),
      ]
    },
    holds(request, root) {
      if (!allowsSomething(request) || age.isStated || isStatedBefore()) return false
      const box = root.querySelector<HTMLElement>('[part=statement] input')
      box?.setAttribute('aria-invalid', 'true')
      box?.focus()
      return true
    },
  }
  return age
}

function allowsSomething(request: Request): boolean {
  if (typeof request === 'boolean') return request
  if ('all' in request) return request.all
  return 'answers' in request ? hasGrant(request.answers) : request.allowed !== false
}

const hasGrant = ({ categories, services }: Answers): boolean =>
  Object.values({ ...categories, ...services }).includes(true)
