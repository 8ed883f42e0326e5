import { Fragment, h, type VNode } from 'preact'
import type { CategoryAsked } from '../../core/src/model/asked.ts'
import { LanguageSwitch } from './language-switch.tsx'
import { linkAddress } from './link-address.ts'
import type { Scene } from './shell.ts'

/** The question: what for, by whom, and three buttons. */
export function Banner(scene: Scene): VNode {
  const { context, words, answer, prefetch } = scene
  const { say } = words
  const due = context.due()
  // The page may show the notice when nothing is due; then it asks about everything.
  const asked = context.categories.filter(({ id }) => (due[0] ? due.includes(id) : id !== 'necessary'))
  const choice = (allowed: boolean) => (
    <button
      part="choice"
      onClick={(event) =>
        answer(
          allowed ? 'accept-all' : 'reject-all',
          { categories: Object.fromEntries(asked.map(({ id }) => [id, allowed])) },
          event,
        )
      }
    >
      {say(allowed ? 'notice.accept' : 'notice.reject')}
    </button>
  )
  return (
    <>
      <header>
        <h2 id="title">{say('notice.title')}</h2>
        <LanguageSwitch {...scene} />
      </header>
      <Question {...scene} asked={asked} again={due[0] && context.consent.$decision.get()} />
      <footer>
        {choice(false)}
        {choice(true)}
        <button part="more" onPointerEnter={prefetch} onFocus={prefetch} onClick={context.open}>
          {say('notice.customise')}
        </button>
      </footer>
    </>
  )
}

interface QuestionProps extends Scene {
  readonly asked: readonly CategoryAsked[]
  /** Something when the visitor has answered before and things have changed since. */
  readonly again: unknown
}

function Question({ context: { options }, words, asked, again }: QuestionProps): VNode {
  const { say, nameOf, country } = words
  const { operator, policy } = options
  const address = linkAddress(policy?.url)
  const home = operator?.country
  const abroad = asked
    .flatMap(({ services }) => services.map((service) => service.country ?? home))
    .filter((code) => home && code !== home)
  const countries = [...new Set(abroad.map(country))].join(', ')
  return (
    <p part="text" dir="auto">
      {say(again ? 'notice.again' : 'notice.body', { categories: asked.map(nameOf).join(', ') })}{' '}
      {countries && say('notice.abroad', { countries })}{' '}
      {operator && say('notice.operator', { name: operator.name })}{' '}
      {address && <a href={address}>{say('notice.policy')}</a>}
    </p>
  )
}
