import type { CategoryAsked } from '../../core/src/model/asked.ts'
import { inAcceptAll } from '../../core/src/model/in-accept-all.ts'
import type { Age } from './age.ts'
import type { Consent } from '../../core/src/consent.ts'
import { isAbroad } from '../../core/src/model/is-abroad.ts'
import type { Running, State } from '../../core/src/state.ts'
import type { Make } from './element.ts'
import { languageSwitch } from './language-switch.ts'
import type { PolicyChange } from './policy-change.ts'
import type { Scene } from './shell.ts'
import type { Words } from './words.ts'

/** What the notice needs to draw itself. */
export interface BannerProps extends Pick<Scene, 'respond'> {
  readonly state: Pick<State, 'asked' | 'options' | '$view' | '$language'> & {
    readonly consent: Pick<Consent, '$decision'>
  }
  readonly running: Pick<Running, 'dismiss'>
  readonly words: Words
  /** Reads what is on the screen. */
  readonly shown: () => string
  /** Resolves an address of the owner's for a link; nothing where it is none. */
  readonly link: (address: string | undefined) => string | undefined
  /** Whether it is a part of the page, and not above it. */
  readonly isInline?: boolean
  readonly age?: Age | undefined
  /** What is new in the policy, where the owner says so. */
  readonly change: PolicyChange
  /** Fetches the preferences ahead of the click. */
  readonly prefetch: () => void
}

/**
 * The question: what for, by whom, and three controls: two equal buttons, and a third for the rest, which is
 * only a link to details where there is one thing to decide on. Plain elements, because nothing in it changes but
 * all of it at once; so a first visit needs no library to draw it, and a server writes the same as HTML.
 */
export function createBanner<Node>(make: Make<Node>, scene: BannerProps): Node {
  const { state, running, respond, words, shown, link, prefetch, age } = scene
  const { asked, consent, options, $view } = state
  const { say, own, language } = words
  const { operator, policy, layout = 'box', place = '' } = options
  const decision = consent.$decision.get()
  const [, ...optional] = asked.categories.values()
  const due = optional.filter(({ id, hash }) => decision?.asked[id] !== hash)
  // The page may show the notice when nothing is due; then it asks about everything.
  const questions = due[0] ? due : optional
  const { profile = 'KZ' } = options
  const address = link(policy?.url)
  const namesOf = (list: readonly CategoryAsked[]) =>
    list.map(({ id, label }) => own(label) || say(`category.${id}`).toLowerCase()).join(', ')
  const categories = namesOf(questions)
  const others = questions.filter((each) => !inAcceptAll(each))
  // Where nothing else is asked, what the text names is agreed to by name.
  const isByName = !!others[0] && others.length === questions.length
  const ids = questions.map(({ id }) => id)
  const sentences = [
    say(questions[0] ? (decision && due[0] ? 'notice.again' : 'notice.body') : 'notice.only', {
      categories,
    }),
    questions.some((each) => each.services.some((service) => isAbroad(options, service))) &&
      say(`notice.abroad.${profile}`),
    others[0] && !isByName && say('notice.alone', { names: namesOf(others) }),
    operator && say('notice.operator', { name: own(operator.name) }),
  ]
  const title = say('notice.title')
  return make(
    'section',
    {
      part: 'notice',
      class: `${layout} ${place}`,
      ...(!scene.isInline && { popover: 'manual' }),
      'aria-label': title,
      lang: language,
      dir: 'auto',
      onKeydown: ({ key }: KeyboardEvent) => key === 'Escape' && running.dismiss(),
    },
    make('header', null, make('h2', null, title), ...languageSwitch(make, state, words)),
    make(
      'p',
      { part: 'text', role: 'status' },
      `${sentences.filter(Boolean).join(' ')} `,
      address ? make('a', { href: address }, say('notice.policy')) : '',
      ...scene.change(make, scene),
    ),
    ...(age?.statement(make, words) ?? []),
    make(
      'footer',
      null,
      ...(['reject', 'accept'] as const).map((word) =>
        make(
          'button',
          {
            part: 'choice',
            onClick(event: Event) {
              const all = word === 'accept'
              const request = all && isByName ? { categories: ids } : { all, among: ids }
              const root = (event.target as Element).getRootNode() as ShadowRoot
              if (age?.holds(request, root)) return
              respond(request, {
                action: all && isByName ? 'save' : `${word}-all`,
                event,
                shown: shown(),
                isOfAge: age?.isStated,
              })
            },
          },
          say(`notice.${word === 'accept' && isByName ? 'allow' : word}`),
        ),
      ),
      make(
        'button',
        {
          part: 'more',
          ...(!optional[1] && { class: 'plain' }),
          onPointerenter: prefetch,
          onFocus: prefetch,
          onClick: () => $view.set('preferences'),
        },
        say(optional[1] ? 'notice.customise' : 'notice.details'),
      ),
    ),
  )
}
