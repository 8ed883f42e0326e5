import pixelmatch from 'pixelmatch'
import { PNG } from 'pngjs'

/**
 * How far two pictures may be apart. Another version of Chromium or FreeType draws the edges of letters a
 * little differently, everywhere and by a few pixels; a change of ours moves or recolours much in one place.
 * So neither the whole picture is counted nor its edges (`includeAA`), but the worst square of it. Measured: nothing
 * differs from run to run, nor with another hinting; a heading that is one pixel smaller changes 166 pixels.
 */
export const TOLERANCE = {
  /** Distance of two colours that counts as none; 1 is black against white. */
  colour: 0.08,
  /** Side of the square, in pixels: about one word. */
  square: 32,
  /** Pixels of the 1,024 in any such square that may differ. */
  pixels: 40,
} as const

/** What came of a comparison. */
export interface Comparison {
  /** Pixels that differ in the worst square. */
  readonly worst: number
  /** The picture with the differences in red, as PNG; none where the sizes differ. */
  readonly difference?: Buffer
}

/** Compares two pictures in PNG. */
export function compare(reference: Buffer, actual: Buffer): Comparison {
  const one = PNG.sync.read(reference)
  const other = PNG.sync.read(actual)
  const { width, height } = one
  if (width !== other.width || height !== other.height) return { worst: Infinity }
  const { data } = one
  const options = { threshold: TOLERANCE.colour }
  const worst = pixelmatch(data, other.data, null, width, height, {
    ...options,
    windowSize: TOLERANCE.square,
  })
  const difference = new PNG({ width, height })
  pixelmatch(data, other.data, difference.data, width, height, options)
  return { worst, difference: PNG.sync.write(difference) }
}
