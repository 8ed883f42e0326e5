import { keep } from '../local-text.ts'
import { type Parcel, putParcel, readWaiting, unreadable, type Waiting } from './parcel.ts'

const MOST = 20
const MOST_CHARACTERS = 32_000

/** What waits: in local storage, and for this page only what the browser did not keep. */
export interface Box {
  /** All that waits, in the order of the answers. */
  list(): readonly Waiting[]
  /** Takes parcels that the browser did not keep. */
  add(unstored: readonly Waiting[]): void
  /** Takes a parcel out, or puts another one in its place. */
  settle(key: string, rest?: Parcel): void
  /**
   * Keeps to 20 parcels and 32,000 characters: first without the texts of older ones, then without the oldest
   * ones themselves. The newest always stays.
   *
   * @returns How many records were given up.
   */
  trim(): number
}

/** Opens the box of this browser. */
export function openBox(): Box {
  const unkept = new Map<string, Waiting>()
  const list = (): readonly Waiting[] =>
    [...readWaiting(), ...unkept.values()].sort((a, b) => (a.key < b.key ? -1 : 1))
  const settle = (key: string, rest?: Parcel): void => {
    keep(key, '')
    if (unkept.delete(key) ? rest : rest && !putParcel({ ...rest, key }))
      unkept.set(key, { ...(rest as Parcel), key })
  }
  return {
    list,
    settle,
    add(unstored) {
      for (const parcel of unstored) unkept.set(parcel.key, parcel)
    },
    trim() {
      const damaged = unreadable()
      for (const key of damaged) keep(key, '')
      const waiting = list()
      const { light, dropped } = trimmed(waiting)
      for (const parcel of light) settle(parcel.key, parcel)
      for (const { key } of dropped) settle(key)
      return damaged.length + dropped.filter(({ record }) => record).length
    },
  }
}

/** Decides what goes: `light` are parcels that lose their text. */
function trimmed(waiting: readonly Waiting[]): {
  readonly light: readonly Waiting[]
  readonly dropped: readonly Waiting[]
} {
  const light: Waiting[] = []
  const dropped: Waiting[] = []
  let size = waiting.reduce((sum, parcel) => sum + sizeOf(parcel), 0)
  for (const parcel of waiting.slice(0, -1)) {
    if (size <= MOST_CHARACTERS) break
    if (!parcel.record || !parcel.text) continue
    const { text, ...rest } = parcel
    light.push(rest)
    size -= text.length
  }
  let count = waiting.length
  for (const parcel of waiting.slice(0, -1)) {
    if (size <= MOST_CHARACTERS && count <= MOST) break
    dropped.push(parcel)
    size -= sizeOf(light.find(({ key }) => key === parcel.key) ?? parcel)
    count -= 1
  }
  return { light: light.filter(({ key }) => !dropped.some((each) => each.key === key)), dropped }
}

const sizeOf = (parcel: Waiting): number => JSON.stringify(parcel).length
