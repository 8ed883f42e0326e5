import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { expect, test } from 'vitest'
import manifest from '../../packages/kelisim/package.json' with { type: 'json' }
import { problemsOf } from '../../packages/kelisim/src/dev/problems-of.ts'
import { elementsOf, hasMarkup, isTag, markupOf } from './block-markup.ts'
import { isProgram, typeFaults } from './block-program.ts'
import { GUIDES, guideBlocks, guidePages, readGuide, type GuideBlock } from './guide-blocks.ts'
import { headerFaults, nginxFaults, shellFaults } from './server-faults.ts'
import { markFaults, tagFaults } from './tag-faults.ts'

/** What is wrong with a block of text that is neither markup nor a program. */
const OTHERS: Readonly<Record<string, (text: string) => readonly string[]>> = {
  sh: shellFaults,
  nginx: nginxFaults,
  http: headerFaults,
  json: (text) => problemsOf(JSON.parse(text)).map(({ message }) => message),
}
const inGuides = (folder: string) => guideBlocks.filter((block) => block.folder === folder)

test('checks every block: none is in a language that no check reads', () => {
  const isRead = (block: GuideBlock) =>
    hasMarkup(block) || isProgram(block) || block.language in OTHERS
  const unread = guideBlocks.filter((block) => !isRead(block))
  expect(unread.map(({ where, language }) => `${where} ${language}`)).toEqual([])
  expect(guideBlocks.length).toBeGreaterThan(60)
})

test('writes tags that the tag itself and the validator take', () => {
  const tags = guideBlocks.filter(hasMarkup).flatMap((block) => {
    const found = elementsOf(markupOf(block)).filter(isTag)
    return found.map((element) => [block.where, tagFaults(element)] as const)
  })
  expect(tags.filter(([, faults]) => faults.length > 0)).toEqual([])
  expect(tags.length).toBeGreaterThan(20)
})

test('marks up what waits in a way that holds it', () => {
  const marked = guideBlocks.filter(hasMarkup).flatMap((block) =>
    elementsOf(markupOf(block))
      .filter((each) => !isTag(each))
      .filter(({ attributes }) => Object.keys(attributes).some((name) => name.startsWith('data-')))
      .map((each) => [block.where, markFaults(each)] as const),
  )
  expect(marked.filter(([, faults]) => faults.length > 0)).toEqual([])
  expect(marked.length).toBeGreaterThan(4)
})

test('writes code whose types are right', () => {
  expect(typeFaults(guideBlocks)).toEqual([])
}, 120_000)

test('finds a fault in types, in a component too', () => {
  const [block] = guideBlocks.filter(({ language }) => language === 'vue')
  const wrong = (text: string, language: string): GuideBlock[] =>
    block ? [{ ...block, text, language, page: 'wrong', file: `wrong.${language}` }] : []
  const said = [
    ...typeFaults(wrong("import { createConsent } from 'kelisim'\ncreateConsent({ a: 1 })", 'ts')),
    ...typeFaults(wrong('<script setup lang="ts">\nconst a: number = "1"\n</script>', 'vue')),
  ]
  expect(said).toEqual([
    expect.stringContaining("'a' does not exist in type 'Options'"),
    expect.stringContaining("'string' is not assignable to type 'number'"),
  ])
}, 120_000)

test('writes commands and settings of servers that can be read', () => {
  const faults = guideBlocks.flatMap(({ language, text, where }) =>
    (OTHERS[language]?.(text) ?? []).map((fault) => `${where}: ${fault}`),
  )
  expect(faults).toEqual([])
})

test('finds faults in commands and settings', () => {
  expect(nginxFaults('location /a/ {\n    add_header A "1"\n}\n')).toEqual(['    add_header A "1"'])
  expect(nginxFaults('location /a/ {\n')).toEqual(['no closed block "location"'])
  expect(headerFaults("Content-Security-Policy: script-src 'selfish'\n")).toHaveLength(1)
  expect(shellFaults('cp "a')).toHaveLength(1)
  expect(shellFaults('cp -R node_modules/kelisim/lost b')).toEqual(['lost'])
})

test('names the version that is published', () => {
  const versions = guideBlocks.flatMap(({ text, where }) =>
    [...text.matchAll(/kelisim[@/](\d[\w.-]*)/g)].map(([, version]) => [where, version] as const),
  )
  expect(versions.filter(([, version]) => version !== manifest.version)).toEqual([])
  expect(versions.length).toBeGreaterThan(20)
})

test('says the same in Russian and in English', () => {
  expect(guidePages('en')).toEqual(guidePages('ru'))
  // Words differ: texts in quotes, between tags and in comments.
  const bones = ({ page, language, file, text }: GuideBlock) => [
    page,
    language,
    file,
    text
      .replace(/\/\*\*.*?\*\//gs, '')
      .replace(/'[^'\n]*'|"[^"\n]*"/g, '""')
      .replace(/>[^<{}\n]+</g, '><'),
  ]
  expect(inGuides('en').map(bones)).toEqual(inGuides('ru').map(bones))
  const headings = (folder: string) =>
    guidePages(folder).map((page) => readGuide(folder, page).match(/^#+(?= )/gm))
  expect(headings('en')).toEqual(headings('ru'))
})

test('has no Russian in the English code but the name of a company', () => {
  const russian = inGuides('en').filter(({ text }) =>
    /[а-яё]/i.test(text.replaceAll('ТОО «Пример»', '')),
  )
  expect(russian.map(({ where }) => where)).toEqual([])
})

test('links to files that exist, and the index links to every guide', () => {
  const pages = [
    'README.md',
    ...['ru', 'en', 'kk'].flatMap((folder) =>
      guidePages(folder).map((page) => `${folder}/${page}.md`),
    ),
  ]
  const links = pages.flatMap((page) => {
    const text =
      page === 'README.md' ? readGuide('.', 'README') : readGuide(dirname(page), page.slice(3, -3))
    return [...text.matchAll(/\]\((?!https?:)([^)#]+)/g)].map(([, to = '']) => ({
      page,
      to: join(dirname(page), to),
    }))
  })
  expect(links.filter(({ to }) => !existsSync(GUIDES + to))).toEqual([])
  const listed = links.filter(({ page }) => page === 'README.md').map(({ to }) => to)
  expect(pages.slice(1).filter((page) => !listed.includes(page))).toEqual([])
})
