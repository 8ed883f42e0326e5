import { h, type VNode } from 'preact'
import type { Running, State } from '../../core/src/state.ts'
import { LanguageSwitch } from './language-switch.tsx'
import { linkAddress } from './link-address.ts'
import type { Words } from './words.ts'

/** What the notice needs to draw itself. */
export interface BannerProps {
  readonly state: State
  readonly running: Running
  readonly words: Words
  readonly root: ShadowRoot
  /** Fetches the preferences ahead of the click. */
  readonly prefetch: () => void
}

/** The question: what for, by whom, and three buttons. */
export function Banner({ state, running, words, root, prefetch }: BannerProps): VNode {
  const { asked, consent, options, respond, $view } = state
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
  return (
    // The key is taken from whatever has the focus inside.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <section
      part="notice"
      popover="manual"
      aria-label={say('notice.title')}
      lang={language}
      dir="auto"
      onKeyDown={(event) => event.key === 'Escape' && running.dismiss()}
    >
      <header>
        <h2>{say('notice.title')}</h2>
        <LanguageSwitch state={state} words={words} />
      </header>
      <p part="text">
        {sentences.filter(Boolean).join(' ')}{' '}
        {address && <a href={address}>{say('notice.policy')}</a>}
      </p>
      <footer>
        {(['reject', 'accept'] as const).map((word) => (
          <button
            part="choice"
            onClick={(event) =>
              respond(
                { categories: questions.map(({ id }) => id), allowed: word === 'accept' },
                { action: `${word}-all`, event, shown: `${root.textContent}` },
              )
            }
          >
            {say(`notice.${word}`)}
          </button>
        ))}
        <button
          part="more"
          onPointerEnter={prefetch}
          onFocus={prefetch}
          onClick={() => $view.set('preferences')}
        >
          {say('notice.customise')}
        </button>
      </footer>
    </section>
  )
}
