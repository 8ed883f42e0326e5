// @vitest-environment happy-dom
import { yandexMetrika, yandexMetrikaWebvisor, youtube } from '@kelisim/services'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Options } from '@kelisim/core'
import { declarationHtml, declarationMarkdown } from './declaration.ts'

const OPTIONS: Options = {
  operator: { name: 'ТОО «Пример»', bin: '123456789013', email: 'a@example.kz', country: 'KZ' },
  services: [yandexMetrika({ id: 1 }), yandexMetrikaWebvisor({ id: 1 }), youtube()],
}

function parse(html: string): DocumentFragment {
  const template = document.createElement('template')
  template.innerHTML = html
  return template.content
}
const cells = (html: string, text: string): (string | null)[] => {
  const rows = [...parse(html).querySelectorAll('tr')]
  const row = rows.find(({ firstElementChild }) => firstElementChild?.textContent === text)
  return [...(row?.children ?? [])].map((cell) => cell.textContent)
}

test('says of each service who gets the data, where, what for, on what basis, and where to read more', () => {
  expect(cells(declarationHtml(OPTIONS, 'ru'), 'YouTube')).toEqual([
    'YouTube',
    'Google',
    'США',
    'да',
    'Показывает видео на странице.',
    'ваше согласие',
    'policies.google.com',
  ])
})

test('says why data may go abroad, where the owner has given a reason', () => {
  const [metrika] = OPTIONS.services ?? []
  const reason = 'Договор с поставщиком от 1 марта'
  const services = [{ ...metrika, id: 'a', category: 'analytics', crossBorderReason: reason }]
  expect(cells(declarationHtml({ ...OPTIONS, services }, 'ru'), 'Yandex Metrika')[3]).toBe(
    `да: ${reason}`,
  )
  expect(declarationMarkdown({ ...OPTIONS, services }, 'kk')).toContain(`| иә: ${reason} |`)
})

test('says of each name its service, kind, purpose, period and owner', () => {
  expect(cells(declarationHtml(OPTIONS, 'kk'), '_ym_isad')).toEqual([
    '_ym_isad',
    'Yandex Metrika',
    'cookie',
    'Жарнама бұғаттағышының қосулы-өшірулі екенін белгілейді',
    '20 сағат',
    'осы сайтқа',
  ])
  expect(cells(declarationHtml(OPTIONS, 'en'), 'yandexuid').slice(4)).toEqual([
    '1 year',
    'a third party',
  ])
})

test('lists what Kelisim keeps among the strictly necessary, as the options have it', () => {
  const names = (options: Options) =>
    [...parse(declarationHtml(options, 'ru')).querySelectorAll('table')]
      .slice(0, 2)
      .flatMap((table) => [...table.querySelectorAll('tbody th')].map((cell) => cell.textContent))
  expect(names({})).toEqual(['Kelisim', '__Host-kelisim', 'kelisim-records', 'kelisim-pending'])
  const upcoming = { version: '2', url: '/2', effectiveFrom: '2027-01-01' }
  const cookie = { scope: 'site', expiresAfterDays: 181 } as const
  expect(names({ cookie, policy: { upcoming } })).toEqual([
    'Kelisim',
    '__Secure-kelisim',
    'kelisim-records',
    'kelisim-pending',
    'kelisim-upcoming',
  ])
  const ledger = { default: 'https://ledger.example.kz' }
  expect(names({ ledger }).slice(-3)).toEqual([
    'kelisim-outbox-*',
    'kelisim-retry',
    'kelisim-owner',
  ])
  expect(cells(declarationHtml({ cookie }, 'ru'), '__Secure-kelisim')).toContain('181 день')
})

test('warns of what records input, and says where nothing is used', () => {
  const html = declarationHtml({ ...OPTIONS, categories: ['analytics', 'functional', 'ads'] }, 'ru')
  expect(cells(html, 'Yandex Metrika Webvisor')[4]).toContain('Записывает действия на странице.')
  const paragraphs = [...parse(html).querySelectorAll('p')].map((it) => it.textContent)
  expect(paragraphs.filter((text) => text === 'Сейчас здесь ничего не используется.')).toHaveLength(
    1,
  )
})

test('claims nothing about borders of a service whose country is not known', () => {
  const html = declarationHtml({ services: [{ id: 'a', category: 'analytics' }] }, 'en')
  expect(cells(html, 'a')[3]).toBe('—')
  expect(cells(html, 'Kelisim').slice(1, 4)).toEqual(['—', '—', '—'])
})

test('counts a service in several countries as abroad when one of them is', () => {
  const service = { id: 'a', category: 'analytics', country: 'KZ', countries: ['KZ', 'RU'] }
  const html = declarationHtml({ ...OPTIONS, services: [service] }, 'en')
  expect(cells(html, 'a').slice(2, 4)).toEqual(['Kazakhstan, Russia', 'yes'])
})

test('escapes whatever is in a text: it comes back from HTML as it was, and adds no element', () => {
  const plain = declarationHtml(
    { services: [{ id: 'a', category: 'analytics', purpose: 'x' }] },
    'ru',
  )
  const count = parse(plain).querySelectorAll('*').length
  const sign = fc.constantFrom('<', '>', '&', '"', "'", '&lt;', '<script>', '</td>', '|', '`', 'Ә')
  fc.assert(
    fc.property(fc.array(sign, { minLength: 1, maxLength: 8 }), (parts) => {
      const purpose = parts.join('')
      const html = declarationHtml(
        { services: [{ id: 'a', category: 'analytics', purpose }] },
        'ru',
      )
      expect(cells(html, 'a')[4]).toBe(purpose)
      expect(parse(html).querySelectorAll('*')).toHaveLength(count)
    }),
  )
})

test('writes Markdown whose tables keep their columns, whatever is in a text', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', minLength: 1 }), (purpose) => {
      fc.pre(/\S/.test(purpose))
      const markdown = declarationMarkdown(
        { services: [{ id: 'a', category: 'analytics', purpose }] },
        'en',
      )
      const row = markdown.split('\n').find((line) => line.startsWith('| a |')) ?? ''
      expect(row.replace(/\\[\s\S]/g, '').match(/\|/g)).toHaveLength(8)
      expect(row.replace(/\\[\s\S]/g, '')).not.toMatch(/[<`*_[\]]/)
    }),
  )
})

test('writes headings, captions, tables and links in Markdown', () => {
  const markdown = declarationMarkdown(OPTIONS, 'ru', { heading: 2 })
  expect(markdown).toContain('\n## Функциональные\n\nЗапоминают')
  expect(markdown).toContain('**Сервисы: Функциональные**\n\n| Сервис | Поставщик | ')
  expect(markdown).toContain('[policies.google.com](<https://policies.google.com/privacy>) |')
  expect(markdown).toContain(
    '| `yt-remote-*` | YouTube | локальное хранилище | Запоминает настройки плеера |',
  )
  expect(markdown).toContain('[a@example.kz](<mailto:a@example.kz>)')
})

test('takes a language of the owner’s, laid over the default one', () => {
  const texts = { de: { 'declaration.period': 'Dauer', 'category.analytics': 'Analyse' } }
  const html = declarationHtml({ texts, languages: ['de'], categories: ['analytics'] }, 'de')
  expect(html).toContain('lang="de"')
  expect(html).toContain('>Dauer<')
  expect(html).toContain('<h3>Analyse</h3>')
})

test('refuses a language without texts and a level that is none, and says what to write', () => {
  expect(() => declarationHtml({}, 'fr')).toThrow(/language.*"fr".*kk, ru, en/)
  expect(() => declarationHtml({}, 'ru', { heading: 7 })).toThrow(
    /heading: 7.*write 2, 3, 4, 5 or 6/,
  )
  expect(() => declarationMarkdown({ services: [{ id: 'a', category: 'b' }] }, 'ru')).toThrow(
    /unknown-category/,
  )
})
