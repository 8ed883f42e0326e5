/** A service as other banners call it. */
interface KnownName {
  /** Id of our preset. */
  readonly id: string
  /** In lower case, letters and digits only. */
  readonly names: readonly string[]
}

// Names that configurations of other banners use, in their documentation and in the field.
const known: readonly KnownName[] = [
  { id: 'ga4', names: ['ga', 'ga4', 'gtag', 'googleanalytics', 'analyticsjs', 'googleanalytics4'] },
  { id: 'google-tag-manager', names: ['gtm', 'googletagmanager'] },
  { id: 'google-ads', names: ['googleads', 'adwords', 'googleadwords'] },
  { id: 'google-maps', names: ['googlemaps', 'maps', 'googlemapsembed'] },
  { id: 'yandex-metrika', names: ['metrica', 'metrika', 'yandexmetrica', 'yandexmetrika', 'ym'] },
  { id: 'yandex-maps', names: ['yandexmaps', 'ymaps'] },
  { id: 'meta-pixel', names: ['facebookpixel', 'metapixel', 'fbpixel', 'facebook'] },
  { id: 'microsoft-clarity', names: ['clarity', 'microsoftclarity', 'msclarity'] },
  { id: 'microsoft-uet', names: ['bingads', 'uet', 'microsoftuet', 'bing'] },
  { id: 'linkedin-insight', names: ['linkedininsighttag', 'linkedininsight', 'linkedin'] },
  { id: 'tiktok-pixel', names: ['tiktok', 'tiktokpixel'] },
  { id: 'hotjar', names: ['hotjar'] },
  { id: 'matomo', names: ['matomo', 'piwik', 'matomohightrack'] },
  { id: 'posthog', names: ['posthog'] },
  { id: 'mixpanel', names: ['mixpanel'] },
  { id: 'amplitude', names: ['amplitude'] },
  { id: 'youtube', names: ['youtube', 'youtubeembed', 'youtubeapi'] },
  { id: 'vimeo', names: ['vimeo'] },
  { id: 'rutube', names: ['rutube'] },
  { id: 'vk-video', names: ['vkvideo'] },
  { id: 'vk-ads', names: ['vkads', 'topmailru', 'mailru', 'vkpixel'] },
  { id: 'vk-retargeting', names: ['vkretargeting', 'vk'] },
  { id: 'jivo', names: ['jivo', 'jivochat', 'jivosite'] },
  { id: 'bitrix24', names: ['bitrix24', 'bitrix'] },
  { id: '2gis', names: ['2gis', 'dgis'] },
]

/** Finds our preset for a service by the name that another banner has for it; undefined for strangers. */
export function knownId(name: string): string | undefined {
  const plain = name.toLowerCase().replace(/[^a-z0-9]/g, '')
  return known.find(({ id, names }) => names.includes(plain) || id.replaceAll('-', '') === plain)
    ?.id
}
