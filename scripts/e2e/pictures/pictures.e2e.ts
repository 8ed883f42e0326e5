import { mkdtemp, readFile, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { PNG } from 'pngjs'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { engines } from '../engines.ts'
import type { Language } from '../pages/words.ts'
import { setStage } from '../stage.ts'
import { makeTemporaryFolder, type TemporaryFolder } from '../temporary-folder.ts'
import { compare, TOLERANCE } from './compare.ts'
import { palettePng } from './palette-png.ts'
import { openPictures, SCENES, servePage, type Scene } from './scenes.ts'

const REFERENCES = fileURLToPath(new URL('reference/', import.meta.url))
const isRenewal = process.env['KELISIM_PICTURES'] === 'renew'
const HEIGHTS = { 320: 640, 1280: 800 } as const

// Each state in each language, each colour scheme and each width at least once, not all with all.
const PICTURES = [
  'notice ru 320 light',
  'notice kk 320 dark',
  'notice ru 1280 light',
  'notice kk 1280 dark',
  'bar en 1280 light',
  'inline ru 320 dark',
  'preferences kk 320 light',
  'preferences en 320 dark',
  'preferences ru 1280 light',
  'preferences kk 1280 dark',
  'details ru 320 light',
  'details en 1280 dark',
  'details ru 1280 light',
  'placeholder kk 320 light',
  'placeholder ru 1280 dark',
  'declaration ru 1280 light',
  'declaration kk 320 dark',
  'upcoming ru 320 light',
  'upcoming en 1280 dark',
  'reload kk 320 light',
] as const

type Words = readonly [keyof typeof SCENES, Language, keyof typeof HEIGHTS, 'light' | 'dark']

// Engines draw letters and shadows in ways of their own; pictures are of one.
describe.runIf(engines.includes('chromium'))('pictures in chromium', () => {
  const stage = setStage('chromium')
  let folder: TemporaryFolder

  beforeAll(async () => {
    openPictures(stage.site)
    folder = await makeTemporaryFolder('pictures')
  })
  afterAll(() => folder.remove())

  const take = async (name: string): Promise<Buffer> => {
    const [kind, language, width, scheme] = name.split(' ') as unknown as Words
    const scene: Scene = SCENES[kind]
    const tab = await stage.newTab({ dark: scheme === 'dark', reducedMotion: true })
    await tab.setViewport(Number(width), HEIGHTS[width])
    await tab.goto(servePage(stage.site, scene, language))
    await scene.reach(tab, language)
    await tab.evaluate(async () => {
      await document.fonts.ready
      // Nothing is pointed at, and what was asked for is painted.
      for (const _ of 'ab') await new Promise((done) => requestAnimationFrame(done))
    })
    const path = join(folder.path, 'actual.png')
    await tab.screenshot(path)
    return readFile(path)
  }
  const keep = async (name: string, picture: Buffer): Promise<void> => {
    await writeFile(referenceOf(name), palettePng(PNG.sync.read(picture)))
  }

  test.each(PICTURES)('shows %s as it was', async (name) => {
    const actual = await take(name)
    if (isRenewal) return keep(name, actual)
    const { worst, difference } = compare(await readFile(referenceOf(name)), actual)
    if (worst <= TOLERANCE.pixels) return undefined
    const left = await mkdtemp(join(tmpdir(), 'kelisim-difference-'))
    await writeFile(join(left, 'actual.png'), actual)
    if (difference) await writeFile(join(left, 'difference.png'), difference)
    return expect.fail(
      `${worst} pixels of a square differ: see ${left}. If this is wanted: pnpm pictures`,
    )
  })
})

const referenceOf = (name: string): string => join(REFERENCES, `${name.replaceAll(' ', '-')}.png`)
