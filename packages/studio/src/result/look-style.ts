import type { Look } from '../project/project.ts'
import { mix, ratio } from './contrast.ts'

const LIGHT = '#ffffff'
const DARK = '#1b1d22'
/** Source: WCAG 2.2, success criterion 1.4.3. */
const LEAST_RATIO = 4.5

/**
 * Writes the style of a page that gives Kelisim the owner's look; empty where there is none to give.
 *
 * Both buttons get the colour, so neither is louder. Links and switches get it too, made darker or
 * lighter until they can be read on our light and dark surface.
 */
export function lookStyle({ colour, radius }: Look): string {
  const round = radius === undefined ? [] : [`--kelisim-radius: ${radius}px`]
  if (!colour) return round[0] ? `:root { ${round[0]} }` : ''
  const onSolid = ratio(colour, LIGHT) >= ratio(colour, '#000000') ? LIGHT : '#000000'
  const own = [
    `--kelisim-accent: ${readable(colour, LIGHT, '#000000')}`,
    `--kelisim-solid: ${colour}`,
    `--kelisim-on-solid: ${onSolid}`,
    ...round,
  ]
  const dark = `--kelisim-accent: ${readable(colour, DARK, LIGHT)}`
  return `:root { ${own.join('; ')} }
@media (prefers-color-scheme: dark) { :root { ${dark} } }`
}

function readable(colour: string, surface: string, towards: string): string {
  const steps = Array.from({ length: 21 }, (_, step) => mix(colour, towards, step / 20))
  return steps.find((each) => ratio(each, surface) >= LEAST_RATIO) ?? towards
}
