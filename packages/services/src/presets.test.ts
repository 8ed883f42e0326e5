import type { Options } from '@kelisim/core'
import { describe, expect, test } from 'vitest'
import { assertNames } from '../../core/src/on-demand/assert-names.ts'
import { crossBorder } from './cross-border.ts'
import { ga4 } from './presets/ga4.ts'
import { touchesOwnStorage } from './own-storage.ts'
import type { Preset } from './preset.ts'
import { presets } from './every-preset.ts'

const LIFETIME = /^(session|persistent|P(?=.)(\d+Y)?(\d+M)?(\d+D)?(T(?=.)(\d+H)?(\d+M)?)?)?$/
const CONFIDENCE = ['measured', 'documented', 'reported', 'unknown']
const all: readonly Preset[] = presets.map(([make]) => make())
const textsOf = (text: unknown): unknown[] =>
  ['kk', 'ru', 'en'].map((language) => (text as Record<string, string>)[language])

test('gives every preset an id of its own', () => {
  expect(new Set(all.map(({ id }) => id)).size).toBe(34)
})

test('fits into the options of the core, all at once', () => {
  const options: Options = { services: [...all] }
  expect(() => assertNames(options)).not.toThrow()
})

describe.each(all.map((preset) => [preset.id, preset] as const))('%s', (_id, preset) => {
  test('says who gets the data, where and what for, in three languages', () => {
    expect(preset.id).toMatch(/^[a-z\d][a-z\d-]{0,31}$/)
    expect(['functional', 'analytics', 'marketing']).toContain(preset.category)
    expect(preset.name && preset.vendor).toBeTruthy()
    for (const text of textsOf(preset.purpose)) expect(text).toMatch(/\.$/)
    for (const code of [preset.country, ...(preset.countries ?? [])])
      expect(code).toMatch(/^[A-Z]{2}$/)
    expect(preset.countries ?? [preset.country]).toContain(preset.country)
    expect(new URL(preset.privacyUrl ?? '').protocol).toBe('https:')
  })

  test('lists what it stores, by names that never reach the choice itself', () => {
    const places = preset.storage.map(({ kind, name, party }) => `${kind} ${name} ${party}`)
    expect(new Set(places).size).toBe(places.length)
    for (const entry of preset.storage) {
      expect(touchesOwnStorage(entry.name)).toBe(false)
      expect(entry.lifetime).toMatch(LIFETIME)
      expect(CONFIDENCE).toContain(entry.confidence)
      for (const text of textsOf(entry.purpose)) expect(text).toMatch(/./)
    }
  })

  test('names hosts and sources, and how well it is known', () => {
    expect(preset.hosts.length).toBeGreaterThan(0)
    for (const host of [...preset.hosts, ...(preset.match ?? [])]) {
      const { host: parsed, pathname } = new URL(`https://${host}`)
      expect(`${parsed}${pathname}`.replace(/\/$/, '')).toBe(host)
    }
    expect(preset.sources.length).toBeGreaterThan(0)
    for (const source of preset.sources)
      expect(source.includes('://') ? new URL(source).protocol : 'https:').toBe('https:')
    expect(CONFIDENCE).toContain(preset.confidence)
    expect(preset.checkedAt).toBe('2026-11-21')
  })

  test('can be stopped, or says that it needs a reload', () => {
    expect(!preset.load || !!preset.stop || preset.needsReload).toBe(true)
    expect(!preset.load && !preset.match).toBe(false)
  })

  test('crosses the border of whoever is not in the same country', () => {
    const countries = preset.countries ?? [preset.country]
    expect(crossBorder(preset, 'KZ')).toBe(countries.join() !== 'KZ')
    expect(crossBorder(preset, 'RU')).toBe(countries.join() !== 'RU')
  })
})

test('puts a category and a policy of the owner over what is known', async () => {
  const { youtube } = await import('./presets/youtube.ts')
  const own = { category: 'video', privacyUrl: 'https://shop.example/video' }
  expect(youtube(own)).toMatchObject(own)
})

test('asks for the address of a policy that is not known', async () => {
  const { rutube } = await import('./presets/rutube.ts')
  expect(() => rutube({} as never)).toThrow(/bad-option: service "rutube": privacyUrl is missing/)
})

test('turns replay into a fact of a preset only where it is on', async () => {
  const { posthog } = await import('./presets/posthog.ts')
  const options = { id: 'phc_1', host: 'https://ph.example.kz' }
  const settings = { disable_session_recording: false }
  expect(posthog(options).recordsInput).toBe(false)
  expect(posthog({ ...options, settings }).recordsInput).toBe(true)
})

test('take the owner’s reason to go abroad', () => {
  const crossBorderReason = 'Notice of 2026-10-01'
  expect(ga4({ id: 'G-AB12', crossBorderReason })).toMatchObject({ crossBorderReason })
  expect(ga4({ id: 'G-AB12' })).not.toHaveProperty('crossBorderReason')
})
