import { PNG } from 'pngjs'
import { expect, test } from 'vitest'
import { compare, TOLERANCE } from './compare.ts'
import { palettePng } from './palette-png.ts'

/** A grey picture with a dark bar at this place. */
function picture(left: number, [width, height] = [200, 100]): PNG {
  const png = new PNG({ width, height })
  png.data.fill(255)
  for (let y = 40; y < 60; y++) {
    for (let x = left; x < left + 60; x++)
      png.data.fill(20, (y * width + x) * 4, (y * width + x) * 4 + 3)
  }
  return png
}
const written = (png: PNG): Buffer => PNG.sync.write(png)

test('finds no difference between a picture and the same with a palette', () => {
  const png = picture(70)
  expect(compare(palettePng(png), written(png)).worst).toBe(0)
})

test('keeps a picture of more colours than a palette has within the tolerance', () => {
  const png = picture(70)
  for (let x = 0; x < 200; x++) {
    for (let y = 0; y < 30; y++) png.data.set([x / 4, y, 128], (y * 200 + x) * 4)
  }
  expect(compare(palettePng(png), written(png)).worst).toBeLessThan(TOLERANCE.pixels)
})

test('finds what has moved by three pixels, and shows it', () => {
  const { worst, difference } = compare(written(picture(70)), written(picture(73)))
  expect(worst).toBeGreaterThan(TOLERANCE.pixels)
  expect(PNG.sync.read(difference ?? Buffer.alloc(0)).width).toBe(200)
})

test('takes pictures of other sizes for different', () => {
  expect(compare(written(picture(70)), written(picture(70, [200, 101])))).toEqual({
    worst: Infinity,
  })
})
