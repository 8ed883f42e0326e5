import { assertId } from './assert-id.ts'
import { yandex } from './vendors.ts'

/** What Metrika and its Webvisor have in common. */
export const metrika = {
  ...yandex,
  category: 'analytics',
  hosts: ['mc.yandex.ru', 'mc.yandex.com', 'mc.webvisor.org'],
  signals: [],
  needsReload: true,
  sources: ['https://github.com/yandex/metrica-tag', 'https://yandex.ru/support/metrica/'],
  confidence: 'documented',
} as const

/** Checks a counter's number. */
export function assertCounterId(preset: string, id: string | number): string {
  return assertId(preset, id, /^\d{1,12}$/, 'a Metrika counter id is digits only, such as 12345678')
}
