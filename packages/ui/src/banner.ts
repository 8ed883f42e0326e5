import type { Consent } from '../../core/src/consent.ts'
import { isAbroad } from '../../core/src/model/is-abroad.ts'
import type { Running, State } from '../../core/src/state.ts'
import type { Make } from './element.ts'
import { languageSwitch } from './language-switch.ts'
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
  /** Fetches the preferences ahead of the click. */
  readonly prefetch: () => void
}

/**
 * The question: what for, by whom, and three buttons. Plain elements, because nothing in it changes but
 * all of it at once; so a first visit needs no library to draw it, and a server writes the same as HTML.
 */
export function createBanner<Node>(make: Make<Node>, scene: BannerProps): Node {
  const { state, running, respond, words, shown, link, prefetch } = scene
  const { asked, consent, options, $view } = state
  const { say, own, language } = words
  const { operator, policy } = options
  const decision = consent.$decision.get()
  const [, ...optional] = asked.categories.values()
  const due = optional.filter(({ id, hash }) => decision?.asked[id] !== hash)
  // The page may show the notice when nothing is due; then it asks about everything.
  const questions = due[0] ? due : optional
  const { profile = 'KZ' } = options
  const address = link(policy?.url)
  const categories = questions
    .map(({ id, label }) => own(label) || say(`category.${id}`).toLowerCase())
    .join(', ')
  const sentences = [
    say(decision && due[0] ? 'notice.again' : 'notice.body', { categories }),
    questions.some((each) => each.services.some((service) => isAbroad(options, service))) &&
      say(`notice.abroad.${profile}`),
    operator && say('notice.operator', { name: own(operator.name) }),
  ]
  const title = say('notice.title')
  return make(
    'section',
    {
      part: 'notice',
      popover: 'manual',
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
    ),
    make(
      'footer',
      null,
      ...['reject', 'accept'].map((word) =>
        make(
          'button',
          {
            part: 'choice',
            onClick: (event: Event) =>
              respond(
                { categories: questions.map(({ id }) => id), allowed: word === 'accept' },
                {
                  action: `${word as 'reject' | 'accept'}-all`,
                  event,
                  shown: shown(),
                },
              ),
          },
          say(`notice.${word}`),
        ),
      ),
      make(
        'button',
        {
          part: 'more',
          onPointerenter: prefetch,
          onFocus: prefetch,
          onClick: () => $view.set('preferences'),
        },
        say('notice.customise'),
      ),
    ),
  )
}
