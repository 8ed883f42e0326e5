import { renew } from '../element.ts'
import type { Words } from '../words.ts'
import { createPanel, type PanelActions } from './create-panel.ts'
import type { EmbedScene } from './embed-scene.ts'
import { focusWhenOpen } from './focus-when-open.ts'
import { frameShape } from './frame-shape.ts'
import { standIn } from './stand-in.ts'

/** One placeholder on the page. */
export interface Placeholder {
  /** Puts it before its element, if it is not there, and gives it the size. */
  place(): void
  /** Draws it in another language, in place. */
  speak(words: Words): void
  /** Takes it away; whoever had the keyboard in it gets it in what is opened. */
  remove(): void
}

// A page that insists on taking it away wins.
const MOST_RETURNS = 3

/** Makes the placeholder of one embed, in an element and a shadow root of ours. */
export function createPlaceholder(
  embed: HTMLElement,
  words: Words,
  scene: EmbedScene & PanelActions & { readonly sheet: CSSStyleSheet },
): Placeholder {
  const host = document.createElement('kelisim-placeholder')
  const root = host.attachShadow({ mode: 'open' })
  const panel = createPanel(embed, words, scene)
  const isTemplate = embed instanceof HTMLTemplateElement
  const stand = isTemplate ? undefined : standIn(host, embed)
  let returns = MOST_RETURNS
  root.adoptedStyleSheets = [scene.sheet]
  root.append(panel)
  return {
    place() {
      if (host.nextSibling !== embed && returns-- > 0) {
        embed.before(host)
        if (isTemplate) frameShape(host, embed.content.querySelector('iframe'))
      }
      stand?.fit()
    },
    speak: (next) => renew(panel, createPanel(embed, next, scene)),
    remove() {
      if (root.activeElement) focusWhenOpen(embed)
      host.remove()
      stand?.stop()
    },
  }
}
