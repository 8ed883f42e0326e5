import { crc32, deflateSync } from 'node:zlib'

/** A picture with four bytes a pixel, without transparency. */
export interface Picture {
  readonly width: number
  readonly height: number
  readonly data: Uint8Array
}

const MOST_COLOURS = 256

/**
 * Writes a picture as PNG with a palette: a quarter of the usual size. Where there are more colours than a
 * palette takes, those that are close together become one; an eye sees no difference.
 *
 * Source: PNG specification (third edition), sections 5 and 11.
 */
export function palettePng({ width, height, data }: Picture): Buffer {
  const { palette, indexOf } = choosePalette(data)
  // One byte in front of each row says that it is not filtered.
  const rows = Buffer.alloc((width + 1) * height)
  for (let pixel = 0; pixel < width * height; pixel++) {
    const row = Math.floor(pixel / width)
    rows[pixel + row + 1] = indexOf(colourAt(data, pixel))
  }
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(height, 4)
  // Eight bits a pixel, colours by palette.
  header.set([8, 3, 0, 0, 0], 8)
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', header),
    chunk('PLTE', Buffer.from(palette.flatMap(channels))),
    chunk('IDAT', deflateSync(rows, { level: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

/** Lets colours that are close together be one, as few as a palette needs. */
function choosePalette(data: Uint8Array): {
  readonly palette: readonly number[]
  readonly indexOf: (colour: number) => number
} {
  const counts = new Map<number, number>()
  for (let pixel = 0; pixel < data.length / 4; pixel++) {
    const colour = colourAt(data, pixel)
    counts.set(colour, (counts.get(colour) ?? 0) + 1)
  }
  // The commonest of those that become one comes first, and stays as it is.
  const colours = [...counts]
    .sort(([, ones], [, others]) => others - ones)
    .map(([colour]) => colour)
  for (let bits = 0; ; bits++) {
    const mask = ((0xff << bits) & 0xff) * 0x010101
    const boxOf = (colour: number): number => colour & mask
    const boxes = new Map<number, number>()
    for (const colour of colours) if (!boxes.has(boxOf(colour))) boxes.set(boxOf(colour), colour)
    if (boxes.size > MOST_COLOURS) continue
    const indices = new Map([...boxes.keys()].map((box, index) => [box, index]))
    return { palette: [...boxes.values()], indexOf: (colour) => indices.get(boxOf(colour)) ?? 0 }
  }
}

const colourAt = (data: Uint8Array, pixel: number): number =>
  ((data[pixel * 4] ?? 0) << 16) | ((data[pixel * 4 + 1] ?? 0) << 8) | (data[pixel * 4 + 2] ?? 0)

const channels = (colour: number): number[] => [colour >> 16, (colour >> 8) & 255, colour & 255]

function chunk(type: string, content: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), content])
  const length = Buffer.alloc(4)
  length.writeUInt32BE(content.length)
  const check = Buffer.alloc(4)
  check.writeUInt32BE(crc32(body))
  return Buffer.concat([length, body, check])
}
