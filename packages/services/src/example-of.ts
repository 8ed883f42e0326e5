import type { Preset } from './preset.ts'

const HEX = '0123456789abcdef0123456789abcdef'
const IDS: Readonly<Record<string, string>> = {
  amplitude: HEX,
  mixpanel: HEX,
  roistat: HEX,
  'yandex-metrika': '12345678',
  'yandex-metrika-webvisor': '12345678',
  ga4: 'G-AB12CD34EF',
  'google-ads': 'AW-123456789',
  'google-tag-manager': 'GTM-AB12CD3',
  'vk-retargeting': 'VK-RTRG-123456-AbCdE',
  'tiktok-pixel': 'C4AB12CD34EF56GH78IJ',
  'microsoft-clarity': 'ab12cd34ef',
  calltouch: 'ab12cd34',
  jivo: 'Ab12Cd34Ef',
  'carrot-quest': '12345-ab12cd34',
  matomo: '3',
  posthog: 'phc_AB12cd34',
}

/** Shows what a value of an option looks like, by the service and the option's name. */
export function exampleOf(
  { id, country, hosts }: Pick<Preset, 'id' | 'country' | 'hosts'>,
  option: string,
): string {
  if (option === 'host') return `https://${hosts[0]}`
  if (option === 'country') return country
  if (option === 'version') return '2.11.1'
  if (option === 'script') return 'https://cdn-ru.bitrix24.ru/b1/crm/site_button/loader_2.js'
  return IDS[id] ?? '1234567'
}
