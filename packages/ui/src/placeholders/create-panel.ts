import { element as make } from '../element.ts'
import type { Words } from '../words.ts'
import { embedFacts, serviceOf } from './embed-facts.ts'
import type { EmbedScene } from './embed-scene.ts'

/** What the buttons of a placeholder do. */
export interface PanelActions {
  readonly once: (event: Event) => void
  readonly always: (event: Event) => void
}

/** Draws what is inside a placeholder: whose content it is, what agreeing means, and two equal buttons. */
export function createPanel(
  embed: Element,
  words: Words,
  { once, always, ...scene }: EmbedScene & PanelActions,
): HTMLElement {
  const { say, language } = words
  const { name, provider, stores, address, poster } = embedFacts(embed, words, scene)
  const title = say('embed.title')
  const service = serviceOf(embed, scene)
  const isLeftOut = service?.category === ''
  const sentences = isLeftOut
    ? [say('embed.off', { provider })]
    : [
        say('embed.body', { provider }),
        stores && say('embed.stores', { names: stores }),
        !service && say('embed.whole', { category: name }),
      ]
  const button = (word: string, onClick: (event: Event) => void): HTMLElement =>
    make('button', { part: 'load', type: 'button', onClick }, say(`embed.${word}`))
  return make(
    'div',
    {
      part: 'embed',
      role: 'group',
      'aria-label': [embed.getAttribute('title'), name, title].filter(Boolean).join(', '),
      lang: language,
    },
    poster ? make('img', { src: poster, alt: '' }) : '',
    make(
      'div',
      { class: 'card', dir: 'auto' },
      make('p', null, make('strong', null, name), ` · ${title}`),
      make('p', { class: 'muted' }, sentences.filter(Boolean).join(' ')),
      address ? link(address, words) : '',
      scene.mayAsk && !isLeftOut
        ? make('footer', { role: 'none' }, button('once', once), button('always', always))
        : '',
    ),
  )
}

/** The visitor goes there, so the contact is theirs; the page they come from is not told. */
const link = (href: string, { say }: Words): HTMLElement =>
  make(
    'a',
    { href, target: '_blank', rel: 'noopener noreferrer' },
    say('embed.source', { host: new URL(href).host }),
  )
