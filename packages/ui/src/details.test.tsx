// @vitest-environment happy-dom
import { fireEvent, waitFor } from '@testing-library/preact'
import { afterEach, expect, test, vi } from 'vitest'
import { category, type Circumstances } from './testing/fake-core.ts'
import { button, close, dialog, open, unfold } from './testing/preferences-on-page.ts'
import { rootOnPage, view } from './testing/screen.ts'

afterEach(close)

const KZ = { operator: { name: 'ТОО', country: 'KZ' } }
const METRIKA = {
  id: 'metrika',
  name: 'Метрика',
  vendor: 'ООО «Яндекс»',
  country: 'RU',
  purpose: { ru: 'Статистика', kk: 'Статистика', en: 'Statistics' },
  privacyUrl: 'https://yandex.example/privacy',
  storage: [
    { kind: 'cookie', name: '_ym_uid', lifetime: 'P1Y', purpose: 'Отличает посетителей' },
    { kind: 'cookie', name: '_ym_d', lifetime: 'P1Y', purpose: 'Отличает посетителей' },
    { kind: 'cookie', name: '_ym_isad', lifetime: 'PT20H' },
    { kind: 'local', name: '_ym_retryReqs', lifetime: 'persistent' },
    { kind: 'cookie', name: 'yandexuid', party: 3, lifetime: '' },
  ],
} as const

const unfolded = async (
  service: Parameters<typeof category>[1],
  circumstances: Circumstances = {},
) => {
  const categories = [category('necessary'), category('analytics', service)]
  const fake = await open({ categories, options: KZ, ...circumstances })
  const summaries = view().getAllByText('1 сервис', { selector: 'summary' })
  const [, summary] = summaries
  if (summary) fireEvent.click(summary)
  await waitFor(() => expect(dialog().querySelector('.facts')).not.toBeNull())
  return fake
}
const facts = () => `${dialog().querySelector('.facts')?.textContent}`
const items = () => [...dialog().querySelectorAll('.facts li')].map((item) => item.textContent)

test('tells who gets the data, where, what for and on what ground', async () => {
  await unfolded(METRIKA)
  expect(facts()).toContain('ПоставщикООО «Яндекс»СтранаРоссия трансграничная передача')
  expect(facts()).toContain('ЦельСтатистикаПравовое основаниеваше согласие')
  const link = view().getByRole<HTMLAnchorElement>('link', {
    name: /конфиденциальности поставщика/,
  })
  expect(link.href).toBe('https://yandex.example/privacy')
})

test('lists what is kept and for how long, alike things together, guessing nothing', async () => {
  await unfolded(METRIKA)
  expect(items()).toEqual([
    '_ym_uid _ym_d cookie, 1 годОтличает посетителей',
    '_ym_isad cookie, 20 часов',
    '_ym_retryReqs локальное хранилище, бессрочно',
    'yandexuid cookie, срок не указан, на адресе поставщика',
  ])
})

test('tells of every country, and calls only those abroad a transfer', async () => {
  await unfolded({ id: 'x', countries: ['KZ', 'US'] })
  expect(facts()).toContain('Казахстан')
  expect(facts()).toContain('США трансграничная передача')
  expect(view().getAllByText('трансграничная передача')).toHaveLength(1)
})

test('says plainly what a recording service does', async () => {
  await unfolded({ id: 'x', recordsInput: true })
  expect(facts()).toContain('Записывает движения указателя, прокрутку и ввод')
})

test('shows everything as text, whatever the owner wrote, and drops an address that runs code', async () => {
  const markup = '<img src=x>'
  await unfolded({
    id: 'x',
    name: markup,
    vendor: markup,
    storage: [{ kind: 'cookie', name: markup, purpose: markup }],
    privacyUrl: 'javascript:alert(1)',
  })
  expect(facts()).toContain(markup)
  expect(rootOnPage().querySelector('img')).toBeNull()
  expect(dialog().querySelector('.facts a')).toBeNull()
})

test('lists what the site itself keeps of the choice, as its options have it', async () => {
  const upcoming = { version: '2', url: '/2', effectiveFrom: '2099-01-01' }
  const ledger = { default: 'https://ledger.example.kz' }
  const categories = [category('necessary'), category('analytics')]
  await open({ categories, options: { ...KZ, ledger, policy: { upcoming } } })
  await unfold('1 сервис', 'li')
  expect([...dialog().querySelectorAll('li')].map((item) => item.textContent)).toEqual([
    '__Host-kelisim cookie, 365 днейХранит ваш выбор',
    'kelisim-records локальное хранилище, бессрочноХранит историю ваших ответов',
    'kelisim-pending локальное хранилище, бессрочноХранит ответ, пока он не внесён в историю',
    'kelisim-outbox-* kelisim-retry локальное хранилище, бессрочноХранит записи, пока их не получит сервер оператора',
    'kelisim-owner локальное хранилище, бессрочноОтмечает, чей это выбор',
    'kelisim-upcoming локальное хранилище, бессрочноОтмечает, что вы закрыли уведомление об изменении политики',
  ])
})

test('is fetched on intent, once, and not with the dialog', async () => {
  const { use } = await open()
  const fetched = () => use.mock.calls.map(([name]) => name).filter((name) => /details/.test(name))
  expect(fetched()).toEqual([])
  const [summary] = view().getAllByText(/сервис/, { selector: 'summary' })
  if (summary) fireEvent.pointerEnter(summary)
  await vi.waitFor(() => expect(fetched()).toEqual(['details.ru', 'details', 'details.ru']))
})

test('opens the fold without the facts where they cannot be fetched', async () => {
  const { report } = await open({
    load: async (name) => {
      if (name.startsWith('details')) throw new Error('offline')
      const [{ default: mount }, { textsOf }] = await Promise.all([
        import('./preferences.tsx'),
        import('./testing/fake-core.ts'),
      ])
      return { default: name === 'preferences' ? mount : textsOf(name) }
    },
  })
  const [, summary] = view().getAllByText(/сервис/, { selector: 'summary' })
  if (summary) fireEvent.click(summary)
  await waitFor(() => expect(summary?.parentElement).toHaveProperty('open', true))
  expect(report).toHaveBeenCalledWith('view-failed', 'details', expect.any(Error))
  expect(dialog().querySelector('.facts')).toBeNull()
})

test('stays unfolded and changes its words with the language', async () => {
  await unfolded(METRIKA)
  fireEvent.click(button(/^Қаз\s?ақша$/))
  await waitFor(() => expect(items()[1]).toBe('_ym_isad cookie, 20 сағат'))
  fireEvent.click(button(/^Eng\s?lish$/))
  await waitFor(() => expect(items()[1]).toBe('_ym_isad cookie, 20 hours'))
})
