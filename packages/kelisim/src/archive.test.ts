import { createHash } from 'node:crypto'
import type { Options } from '@kelisim/core'
import { expect, test } from 'vitest'
import { archiveFiles, type PolicyArchive, shownText } from './archive.ts'

const OPTIONS: Options = {
  operator: { name: 'ТОО «Пример»', bin: '123456789013', email: 'a@example.kz', country: 'KZ' },
  policy: {
    version: '2026-11-01',
    url: '/privacy',
    archive: '/policy/',
    summary: 'A map was added.',
  },
  categories: ['functional', 'analytics'],
  services: [{ id: 'counter', category: 'analytics', country: 'US', load() {} }],
}
const POLICY = {
  ru: 'Первая строка\n\n<b>не разметка</b>',
  en: { html: '<p>Our <b>policy</b></p>' },
}
const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex')

async function archived(
  options: Options = OPTIONS,
  given: Partial<Parameters<typeof archiveFiles>[1]> = {},
): Promise<{ readonly archive: PolicyArchive; readonly html: string }> {
  const files = await archiveFiles(options, { policy: POLICY, ...given })
  const [json, html] = Object.keys(files)
  return { archive: JSON.parse(files[`${json}`] ?? ''), html: files[`${html}`] ?? '' }
}

test('makes a file for machines and one for people, named by the version', async () => {
  expect(Object.keys(await archiveFiles(OPTIONS, { policy: POLICY }))).toEqual([
    '2026-11-01.json',
    '2026-11-01.html',
  ])
})

test('is the same every time', async () => {
  expect(await archived()).toEqual(await archived())
})

test('keeps the policy of each language as it was written, with its hash', async () => {
  const { languages } = (await archived()).archive
  expect(languages['ru']?.policy).toEqual({ text: POLICY.ru, sha256: sha256(POLICY.ru) })
  expect(languages['en']?.policy?.text).toBe(POLICY.en.html)
  expect(languages['kk']?.policy).toBeUndefined()
})

test('keeps the question in every form that it can have, each with its hash', async () => {
  const { languages } = (await archived(OPTIONS, { earlier: ['2025-01-15'] })).archive
  const banners = languages['ru']?.banners ?? []
  expect(banners.map(({ asked, after }) => [asked.join('+'), after])).toEqual([
    ['functional+analytics', null],
    ['functional', ''],
    ['analytics', ''],
    ['functional+analytics', ''],
    ['functional', '2025-01-15'],
    ['analytics', '2025-01-15'],
    ['functional+analytics', '2025-01-15'],
  ])
  for (const { text, sha256: hash } of banners) expect(hash).toBe(sha256(text))
  expect(banners[0]?.text).toContain('Часть данных передаётся за пределы Казахстана.')
  expect(banners[1]?.text).not.toContain('за пределы')
  expect(banners[4]?.text).toMatch(
    /· A map was added\. · Прежняя версия: 2025-01-15 · Новая версия/,
  )
})

test('finds the text of a record by its hash, and none for another', async () => {
  const { archive } = await archived()
  const banner = archive.languages['kk']?.banners[0]
  const record = { language: 'kk', shownSha256: banner?.sha256 ?? '' }
  expect(shownText(archive, record)).toBe(banner?.text)
  expect(shownText(archive, { ...record, language: 'ru' })).toBeUndefined()
  expect(shownText(archive, { ...record, shownSha256: '' })).toBeUndefined()
})

test('keeps the preferences of each language, and finds the text of an answer given there', async () => {
  const { archive, html } = await archived()
  for (const language of ['kk', 'ru', 'en']) {
    const { text, sha256: hash, lines } = archive.languages[language]?.preferences ?? {}
    expect(hash).toBe(sha256(`${text}`))
    expect(lines?.join('')).toBe(text)
    expect(shownText(archive, { language, shownSha256: `${hash}` })).toBe(text)
  }
  expect(html).toContain('Помогают понять, как посетители пользуются сайтом')
})

test('archives the announced version from its day on', async () => {
  const upcoming = { version: '2027-01-01', url: '/next', effectiveFrom: '2027-01-01' }
  const options = { ...OPTIONS, policy: { ...OPTIONS.policy, upcoming } }
  const at = Date.parse(upcoming.effectiveFrom)
  expect((await archived(options, { at: at - 1 })).archive.version).toBe('2026-11-01')
  expect((await archived(options, { at })).archive).toMatchObject({
    version: '2027-01-01',
    url: '/next',
    summary: null,
  })
})

test('shows plain text as text and the owner’s own HTML as it is', async () => {
  const { html } = await archived()
  expect(html).toContain('&lt;b>не разметка&lt;/b>')
  expect(html).toContain('<p>Our <b>policy</b></p>')
  expect(html).not.toContain('<script')
  for (const code of ['kk', 'ru', 'en']) expect(html).toContain(`<section lang="${code}">`)
})

test('stays readable with many categories: single ones and all of them', async () => {
  const categories = [...'abcdef']
  const { archive } = await archived({ ...OPTIONS, categories, services: [] })
  expect(archive.languages['ru']?.banners).toHaveLength(1 + 7)
})

test.each(['', '../../etc/passwd', 'a b'])(
  'refuses the version %j, which names no file',
  async (version) => {
    const options = { policy: { version } }
    await expect(archiveFiles(options, { policy: {} })).rejects.toThrow(/policy.version/)
  },
)
