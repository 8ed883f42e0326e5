/** Red, green, blue from 0 to 255, and how much of it there is, from 0 to 1. */
export type Colour = readonly [number, number, number, number]

/**
 * How well two opaque colours stand apart: 1 to 21.
 *
 * Source: WCAG 2.2, contrast ratio and relative luminance.
 */
export function contrast(one: Colour, other: Colour): number {
  const [less, more] = [luminance(one), luminance(other)].sort((a, b) => a - b) as [number, number]
  return (more + 0.05) / (less + 0.05)
}

/** Lays a colour over an opaque one. */
export function over([r, g, b, alpha]: Colour, below: Colour): Colour {
  const mix = (top: number, index: number) => top * alpha + (below[index] ?? 0) * (1 - alpha)
  return [mix(r, 0), mix(g, 1), mix(b, 2), 1]
}

function luminance([r, g, b]: Colour): number {
  const linear = (value: number): number =>
    value / 255 <= 0.04045 ? value / 255 / 12.92 : ((value / 255 + 0.055) / 1.055) ** 2.4
  return 0.2126 * linear(r) + 0.7152 * linear(g) + 0.0722 * linear(b)
}
