import { element } from './element.ts'
import { languageSwitch } from './language-switch.ts'
import { linkAddress } from './link-address.ts'
import type { Scene } from './shell.ts'
import type { Words } from './words.ts'

/** What the notice needs to draw itself. */
export interface BannerProps extends Scene {
  readonly words: Words
  readonly root: ShadowRoot
  /** Fetches the preferences ahead of the click. */
  readonly prefetch: () => void
}

/**
 * The question: what for, by whom, and three buttons. Plain elements, because nothing in it changes but
 * all of it at once; so a first visit needs no library to draw it.
 */
export function createBanner(scene: BannerProps): HTMLElement {
  const { state, running, respond, words, root, prefetch } = scene
  const { asked, consent, options, $view } = state
  const { say, own, language } = words
  const { operator, policy } = options
  const decision = consent.$decision.get()
  const [, ...optional] = asked.categories.values()
  const due = optional.filter(({ id, hash }) => decision?.asked[id] !== hash)
  // The page may show the notice when nothing is due; then it asks about everything.
  const questions = due[0] ? due : optional
  const home = operator?.country
  const address = linkAddress(policy?.url)
  const categories = questions
    .map(({ id, label }) => own(label) || say(`category.${id}`).toLowerCase())
    .join(', ')
  const sentences = [
    say(decision && due[0] ? 'notice.again' : 'notice.body', { categories }),
    home &&
      questions.some((each) => each.services.some(({ country = home }) => country !== home)) &&
      say('notice.abroad'),
    operator && say('notice.operator', { name: own(operator.name) }),
  ]
  const title = say('notice.title')
  return element(
    'section',
    {
      part: 'notice',
      popover: 'manual',
      'aria-label': title,
      lang: language,
      dir: 'auto',
      onKeydown: ({ key }: KeyboardEvent) => key === 'Escape' && running.dismiss(),
    },
    element('header', null, element('h2', null, title), ...languageSwitch(element, state, words)),
    element(
      'p',
      { part: 'text', role: 'status' },
      `${sentences.filter(Boolean).join(' ')} `,
      address ? element('a', { href: address }, say('notice.policy')) : '',
    ),
    element(
      'footer',
      null,
      ...['reject', 'accept'].map((word) =>
        element(
          'button',
          {
            part: 'choice',
            onClick: (event: Event) =>
              respond(
                { categories: questions.map(({ id }) => id), allowed: word === 'accept' },
                {
                  action: `${word as 'reject' | 'accept'}-all`,
                  event,
                  shown: `${root.textContent}`,
                },
              ),
          },
          say(`notice.${word}`),
        ),
      ),
      element(
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
