import { page } from '../platform/page.ts'
import type { State } from '../state.ts'
import { type Colour, contrast, over } from './contrast.ts'

const HOSTS = 'kelisim-view,kelisim-inline,kelisim-placeholder'
const SWITCH = '[part=switch]'
// WCAG 2.2: 1.4.3 for words, 1.4.11 for what else must be seen.
const [WORDS, CONTROLS] = [4.5, 3]

/**
 * Reports words and switches of the interface that are hard to see in the owner's colours, each part once.
 * Only for whoever sets up the page; it can tell of nothing but the colour scheme in use.
 *
 * @param told Parts that were reported.
 */
export function checkTheme({ report }: Pick<State, 'report'>, told: Set<string>): void {
  const measure = createMeasure()
  for (const host of page.documentElement.querySelectorAll(HOSTS)) {
    for (const element of host.shadowRoot?.querySelectorAll('*') ?? []) {
      const isSwitch = element.matches(SWITCH)
      if (!element.checkVisibility() || !(isSwitch || hasWords(element))) continue
      const { color, backgroundColor } = getComputedStyle(element)
      const behind = backgroundOf(isSwitch ? element.parentElement : element, measure)
      const ratio = contrast(over(measure(isSwitch ? backgroundColor : color), behind), behind)
      const name = nameOf(element)
      if (ratio >= (isSwitch ? CONTROLS : WORDS) || told.has(name)) continue
      told.add(name)
      void report('low-contrast', `${name}: ${ratio.toFixed(1)} to 1`)
    }
  }
}

/** The browser reads colours of every notation; a canvas tells what they come to. */
function createMeasure(): (colour: string) => Colour {
  const canvas = page.createElement('canvas').getContext('2d', { willReadFrequently: true })
  return (colour) => {
    if (!canvas) return [0, 0, 0, 1]
    canvas.clearRect(0, 0, 1, 1)
    canvas.fillStyle = colour
    canvas.fillRect(0, 0, 1, 1)
    const [r = 0, g = 0, b = 0, alpha = 0] = canvas.getImageData(0, 0, 1, 1).data
    return [r, g, b, alpha / 255]
  }
}

function backgroundOf(element: Element | null, measure: (colour: string) => Colour): Colour {
  if (!element) return [255, 255, 255, 1]
  const own = measure(getComputedStyle(element).backgroundColor)
  if (own[3] === 1) return own
  const root = element.getRootNode()
  const parent = element.parentElement ?? (root instanceof ShadowRoot ? root.host : null)
  return over(own, backgroundOf(parent, measure))
}

const hasWords = ({ childNodes }: Element): boolean =>
  [...childNodes].some((node) => node instanceof Text && node.data.trim())

function nameOf(element: Element): string {
  const part = element.closest('[part]')?.getAttribute('part')
  const own = element.hasAttribute('part') ? '' : ` <${element.localName}>`
  return `::part(${part})${own}`
}
