import type { State } from '../../core/src/state.ts'
import css from './layouts.css?inline'

/** Shapes and places other than a box at the lower left; fetched where the owner wants one. */
export interface Layouts {
  readonly css: string
  /**
   * Makes a root where the notice is to be part of the page; where that place is missing or hidden it is
   * told, and a box has to do. The dialog stays outside, so that it opens also then.
   */
  readonly inlineRoot: (state: State) => ShadowRoot | undefined
}

export const layouts: Layouts = {
  css,
  inlineRoot({ options, report }) {
    if (options.layout !== 'inline') return undefined
    const place = document.querySelector('[data-kelisim=notice]')
    if (!place || place.checkVisibility?.() === false) {
      void report('no-place')
      return undefined
    }
    const host = document.createElement('kelisim-inline')
    place.append(host)
    return host.attachShadow({ mode: 'open' })
  },
}
