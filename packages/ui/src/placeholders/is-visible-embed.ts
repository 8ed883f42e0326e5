import type { EmbedScene } from './embed-scene.ts'
import { serviceOf } from './embed-facts.ts'

// What is smaller is a pixel for counting, and nobody misses it.
const LEAST = 24

/**
 * Tells whether visitors would see something in the place of an element. A template counts when there is a
 * frame or a player in it, when its service is one that is embedded, or when it has a picture.
 */
export function isVisibleEmbed(element: Element, scene: EmbedScene): boolean {
  if (element instanceof HTMLTemplateElement) {
    const inside = element.content.querySelector('iframe,video,audio,object,embed')
    return (
      (!!inside && !isTiny(Number(inside.getAttribute('width') ?? LEAST))) ||
      element.hasAttribute('data-kelisim-poster') ||
      !!serviceOf(element, scene)?.match
    )
  }
  const { offsetWidth, offsetHeight } = element as HTMLElement
  const { display, visibility } = getComputedStyle(element)
  // In a part of the page that is folded away it has no size yet.
  const isFolded = !offsetWidth && !offsetHeight && display !== 'none'
  return (
    display !== 'none' &&
    visibility !== 'hidden' &&
    (isFolded || (!isTiny(offsetWidth) && !isTiny(offsetHeight)))
  )
}

const isTiny = (pixels: number): boolean => pixels < LEAST
