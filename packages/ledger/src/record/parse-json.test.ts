import fc from 'fast-check'
import { expect, test } from 'vitest'
import { BadInput } from './bad-input.ts'
import { canonical } from './canonical.ts'
import { parseJson } from './parse-json.ts'

const bytes = (text: string) => new TextEncoder().encode(text)

test('reads every JSON as JSON.parse does', () => {
  fc.assert(
    fc.property(fc.json(), (text) => {
      const value = JSON.parse(text) as unknown
      let read: unknown
      try {
        read = parseJson(bytes(text))
      } catch (error) {
        // The generator makes keys twice and characters that are refused, too.
        expect(error).toBeInstanceOf(BadInput)
        return
      }
      expect(read).toEqual(value)
    }),
  )
})

test('refuses anything else with a sentence and never throws another error', () => {
  fc.assert(
    fc.property(fc.oneof(fc.uint8Array(), fc.string().map(bytes)), (body) => {
      try {
        parseJson(body)
      } catch (error) {
        expect(error).toBeInstanceOf(BadInput)
      }
    }),
  )
})

test('writes equal values as equal texts, whatever the order of their keys', () => {
  fc.assert(
    fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (value) => {
      const reversed = Object.fromEntries(
        Object.entries(value).sort(([a], [b]) => (a < b ? 1 : -1)),
      )
      expect(canonical(reversed)).toBe(canonical(value))
      expect(canonical(JSON.parse(canonical(value)))).toBe(canonical(value))
    }),
  )
})
