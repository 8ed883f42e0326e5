// @vitest-environment happy-dom
import { expect, test } from 'vitest'
import { writeSnippet } from '../result/snippet.ts'
import { importProject } from './import-project.ts'
import { emptyProject, type Project } from './project.ts'
import { pack } from './share-link.ts'

const release = { version: '1.2.3', files: {}, snippet: 'window.kelisim' }

test('reads back the lines of a page', () => {
  const project: Project = {
    options: {
      language: 'kk',
      languages: ['kk', 'ru'],
      cookie: { scope: 'site', expiresAfterDays: 90 },
      operator: { name: '</script>"&<' },
      migrateFrom: 'klaro',
    },
    presets: {
      'yandex-metrika': { id: '12345678', category: 'marketing' },
      ga4: { id: 'G-AB12', waitForUpdate: 500, consentMode: 'advanced' },
    },
    look: { colour: '#ffcc00', radius: 4 },
    base: 'https://cdn.example/k/',
  }
  expect(importProject(writeSnippet(project, release))).toEqual({ project, leftOut: [] })
})

test('takes the folder of a release for the usual one', () => {
  const lines = writeSnippet(emptyProject, release)
  expect(importProject(lines)).toEqual({ project: emptyProject, leftOut: [] })
})

test('names the attributes that cannot be read', () => {
  const lines = '<script src="/kelisim/kelisim.js" data-ga4="a b c" data-zero-kz="1"></script>'
  expect(importProject(lines)).toMatchObject({
    project: { presets: { 'zero-kz': { id: '1' } } },
    leftOut: ['data-ga4="a b c"'],
  })
})

test('reads JSON and links', () => {
  const options = { categories: ['analytics', 'ai'] }
  const project = { ...emptyProject, options: { categories: ['analytics', { id: 'ai' }] } }
  expect(importProject(JSON.stringify(options))).toEqual({ project, leftOut: [] })
  const link = `https://studio.example/#${pack({ options })}`
  expect(importProject(link)).toEqual({ project, leftOut: [] })
})

test.each([
  ['{', 'import.json'],
  ['7', 'import.json'],
  ['createConsent({ services: [] })', 'import.code'],
  ['<p>hello</p>', 'import.tag'],
  ['<script data-kelisim-config>{</script>', 'import.json'],
  ['https://studio.example/#abc', 'import.link'],
])('says what is wrong with %s', (text, fault) => {
  expect(importProject(text)).toEqual({ fault })
})
