// @vitest-environment happy-dom
import { fireEvent, waitFor } from '@testing-library/preact'
import { afterEach, expect, test, vi } from 'vitest'
import type { ConsentRecord } from '../../core/src/on-demand/consent-record.ts'
import { category, type Circumstances, decided } from './testing/fake-core.ts'
import { button, close, dialog, open, unfold } from './testing/preferences-on-page.ts'
import { view } from './testing/screen.ts'

const OPERATOR = {
  name: 'ТОО «Пример»',
  bin: '123456789013',
  address: 'г. Алматы, ул. Абая, 1',
  email: 'privacy@example.kz',
  country: 'KZ',
}
const DECISION = {
  ...decided({ analytics: true, marketing: false }, { two: false }),
  consentId: '01a1f0e5-2c40-7abc-8def-0123456789ab',
  expiresAt: Date.UTC(2027, 10, 21, 12),
}
const recordOf = (event: ConsentRecord['event'], day: number, analytics: boolean): ConsentRecord =>
  ({
    recordId: `record-${day}`,
    consentId: DECISION.consentId,
    event,
    at: new Date(Date.UTC(2026, 10, day, 12)).toISOString(),
    validUntil: '2027-11-21T12:00:00.000Z',
    method: 'click',
    categories: { analytics },
    services: {},
  }) as Partial<ConsentRecord> as ConsentRecord
const RECORDS = [recordOf('refused', 20, false), recordOf('changed', 21, true)]

afterEach(() => {
  close()
  vi.restoreAllMocks()
})

const unfolded = async (circumstances: Circumstances = {}) => {
  const fake = await open({ options: { operator: OPERATOR }, ...circumstances })
  await unfold('Оператор, ваш выбор и обращения', '.receipt')
  return fake
}
const part = (name: string) => `${dialog().querySelector(`[part=${name}]`)?.textContent}`

test('names the operator, the numbers and where to ask', async () => {
  await unfolded()
  expect(part('operator')).toBe(
    'ОператорТОО «Пример»БИН/БСН123456789013Адресг. Алматы, ул. Абая, 1Вопросы о персональных данныхprivacy@example.kz',
  )
})

test('tells of the term before the first answer, and offers nothing to take along', async () => {
  await unfolded({ options: { operator: OPERATOR, cookie: { expiresAfterDays: 181 } } })
  expect(part('receipt')).toBe('Вы ещё не ответили.Срок действия согласия181 день')
  expect(part('history')).toContain('В этом браузере записей нет.')
  expect(view().queryByRole('button', { name: 'Скачать запись' })).toBeNull()
})

test('shows the choice with its number, the time in the operator’s zone, and what is allowed', async () => {
  await unfolded({ decision: DECISION })
  expect(part('receipt')).toContain(`Идентификатор согласия${DECISION.consentId}`)
  expect(part('receipt')).toMatch(/Дата и время21 ноября 2026 г\. в 17:00:00 GMT\+5/)
  expect(part('receipt')).toMatch(/Действует до21 ноября 2027/)
  expect(part('receipt')).toContain('Версия политики2026-11-01')
  expect(part('receipt')).toContain('РазрешеноАналитические (кроме: Two)')
})

test('follows another time zone of the operator', async () => {
  const options = { operator: { ...OPERATOR, timeZone: 'Asia/Aqtau', country: 'RU' } }
  await unfolded({ decision: DECISION, options })
  expect(part('receipt')).toContain('17:00:00 GMT+5')
  close()
  const moscow = { operator: { ...OPERATOR, timeZone: 'Europe/Moscow' } }
  await unfolded({ decision: DECISION, options: moscow })
  expect(part('receipt')).toContain('15:00:00 GMT+3')
})

test('shows a time in UTC where the zone does not exist', async () => {
  const options = { operator: { ...OPERATOR, timeZone: 'Asia/Nowhere' } }
  await unfolded({ decision: DECISION, options })
  expect(part('receipt')).toContain('12:00:00 UTC')
})

test('lists what was answered before, the newest first', async () => {
  await unfolded({ decision: DECISION, records: RECORDS })
  const lines = [...dialog().querySelectorAll('[part=history] li')].map((line) => line.textContent)
  expect(lines).toEqual([
    expect.stringMatching(/^21 ноября.*: выбор изменён · Аналитические$/),
    expect.stringMatching(/^20 ноября.*: отказ · только необходимое$/),
  ])
})

test('saves the record as a file on the device', async () => {
  const saved: Blob[] = []
  const named: string[] = []
  URL.createObjectURL = (blob) => `blob:${saved.push(blob as Blob)}`
  vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (
    this: HTMLAnchorElement,
  ) {
    named.push(this.download, this.href)
  })
  await unfolded({ decision: DECISION, records: RECORDS })
  fireEvent.click(button('Скачать запись'))
  expect(named).toEqual([`kelisim-${DECISION.consentId}.json`, 'blob:1'])
  const receipt = JSON.parse(`${await saved[0]?.text()}`)
  expect(receipt).toMatchObject({
    iso27560: { pii_principal_id: DECISION.consentId },
    kantara: { version: 'KI-CR-v1.1.0' },
    records: RECORDS,
  })
})

test('opens a page of its own to print, with the operator, the choice and the history', async () => {
  const print = vi.fn<() => void>()
  const opened = { document: document.implementation.createHTMLDocument(), CSSStyleSheet, print }
  vi.stubGlobal('open', () => opened)
  await unfolded({ decision: DECISION, records: RECORDS })
  fireEvent.click(button('Страница для печати'))
  const { body, title, documentElement } = opened.document
  expect([title, documentElement.lang]).toEqual([`Запись о согласии · ${location.host}`, 'ru'])
  for (const text of [OPERATOR.bin, DECISION.consentId, 'выбор изменён']) {
    expect(body.textContent).toContain(text)
  }
  expect(body.textContent).not.toContain('Обращение к оператору')
  body.querySelector('button')?.click()
  expect(print).toHaveBeenCalledOnce()
  vi.unstubAllGlobals()
})

test('prepares an e-mail with the right, the consent and the way to answer', async () => {
  await unfolded({ decision: DECISION })
  const link = () =>
    decodeURIComponent(
      view().getByRole<HTMLAnchorElement>('link', { name: 'Написать письмо' }).href,
    )
  expect(link()).toContain('Прошу: узнать, какие данные обрабатываются.')
  fireEvent.change(view().getByLabelText('Что вы просите'), { target: { value: 'erase' } })
  fireEvent.change(view().getByLabelText('Куда ответить'), { target: { value: 'post' } })
  await waitFor(() => expect(link()).toContain('Прошу: удалить данные.'))
  expect(link()).toMatch(
    /^mailto:privacy@example\.kz\?subject=Обращение о персональных данных&body=/,
  )
  expect(link()).toContain(`Идентификатор согласия: ${DECISION.consentId}\r\n`)
  expect(link()).toContain('Ответ прошу направить: по почте, адрес укажу в письме.')
})

test('offers no request where the operator names no address for it', async () => {
  await unfolded({ options: { operator: { name: 'ТОО' } } })
  expect(dialog().querySelector('[part=request]')).toBeNull()
})

test('is ready when it opens, and reads the records anew for each dialog', async () => {
  const categories = [category('necessary'), category('analytics')]
  const { $view, use } = await unfolded({ categories, decision: DECISION })
  const reads = () => use.mock.calls.filter(([name]) => name === 'records')
  expect(reads()).toHaveLength(1)
  $view.set('none')
  $view.set('preferences')
  await waitFor(() => view().getByRole('dialog'))
  expect(dialog().querySelector('.receipt')).toBeNull()
  await unfold('Оператор, ваш выбор и обращения', '.receipt')
  expect(reads()).toHaveLength(2)
})
