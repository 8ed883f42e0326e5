import type { ServiceId } from '@kelisim/services/attributes'
import { type KnownService, knownServices } from './known-services.ts'

/** What people call services whose names are in Latin letters. */
const ALSO: Readonly<Partial<Record<ServiceId, string>>> = {
  '2gis': '2гис дубльгис карта',
  amplitude: 'амплитуда',
  bitrix24: 'битрикс',
  calltouch: 'коллтач',
  'carrot-quest': 'кэррот',
  ga4: 'гугл аналитика google analytics',
  'google-ads': 'гугл реклама адвордс adwords',
  'google-maps': 'гугл карты',
  'google-tag-manager': 'гугл тег менеджер gtm',
  hotjar: 'хотджар',
  jivo: 'живо живосайт jivosite',
  'kaspi-button': 'каспи',
  'linkedin-insight': 'линкедин',
  'live-internet': 'лайвинтернет счётчик счетчик',
  matomo: 'матомо piwik',
  'meta-pixel': 'фейсбук facebook инстаграм instagram пиксель',
  'microsoft-clarity': 'кларити',
  'microsoft-uet': 'бинг bing',
  mixpanel: 'микспанел',
  posthog: 'постхог',
  roistat: 'ройстат',
  rutube: 'рутуб',
  'tiktok-pixel': 'тикток пиксель',
  'top-100': 'рамблер топ-100 rambler',
  vimeo: 'вимео',
  'vk-ads': 'вконтакте вк реклама top.mail.ru топ',
  'vk-retargeting': 'вконтакте вк пиксель ретаргетинг',
  'vk-video': 'вконтакте вк видео',
  'yandex-maps': 'яндекс карты',
  'yandex-metrika': 'яндекс метрика',
  'yandex-metrika-webvisor': 'яндекс метрика вебвизор',
  'yandex-rtb': 'яндекс реклама рся директ',
  youtube: 'ютуб ютюб',
  'zero-kz': 'зеро',
}

/**
 * Finds the known services in which every word of a query occurs: in the name, the vendor, what it is
 * called in Russian, or what it does, in any language. All of them for an empty query.
 */
export function findServices(query: string): KnownService[] {
  const words = plain(query).split(/\s+/).filter(Boolean)
  return [...knownServices.values()].filter((service) => {
    const text = textOf(service)
    return words.every((word) => text.includes(word))
  })
}

function textOf({ id, facts: { name, vendor, purpose } }: KnownService): string {
  return plain([id, name, vendor, ALSO[id], ...Object.values(purpose)].join(' '))
}

const plain = (text: string): string => text.toLowerCase().replaceAll('ё', 'е')
