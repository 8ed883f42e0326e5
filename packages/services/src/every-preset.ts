import * as services from './index.ts'
import type { Preset } from './preset.ts'

const privacyUrl = 'https://vendor.example/privacy'
const hex = '0123456789abcdef0123456789abcdef'

/** Every preset with the least options, and the script that its `load` asks for. */
export const presets: readonly (readonly [make: () => Preset, script: string])[] = [
  [() => services.yandexMetrika({ id: 12345678 }), 'https://mc.yandex.ru/metrika/tag.js'],
  [() => services.yandexMetrikaWebvisor({ id: 12345678 }), ''],
  [() => services.ga4({ id: 'G-AB12' }), 'https://www.googletagmanager.com/gtag/js?id=G-AB12'],
  [() => services.googleAds({ id: 'AW-12' }), 'https://www.googletagmanager.com/gtag/js?id=AW-12'],
  [
    () => services.googleTagManager({ id: 'GTM-AB12' }),
    'https://www.googletagmanager.com/gtm.js?id=GTM-AB12',
  ],
  [() => services.vkAds({ id: 3141592 }), 'https://top-fwz1.mail.ru/js/code.js'],
  [
    () => services.vkRetargeting({ id: 'VK-RTRG-123456-AbCdE' }),
    'https://vk.com/js/api/openapi.js?169',
  ],
  [() => services.metaPixel({ id: '123' }), 'https://connect.facebook.net/en_US/fbevents.js'],
  [
    () => services.tiktokPixel({ id: 'C4AB12CD34EF56GH78IJ' }),
    'https://analytics.tiktok.com/i18n/pixel/events.js?sdkid=C4AB12CD34EF56GH78IJ&lib=ttq',
  ],
  [() => services.microsoftClarity({ id: 'ab12cd34ef' }), 'https://www.clarity.ms/tag/ab12cd34ef'],
  [() => services.microsoftUet({ id: 123 }), 'https://bat.bing.com/bat.js'],
  [
    () => services.matomo({ id: 1, host: 'https://stats.example.kz/', country: 'KZ' }),
    'https://stats.example.kz/matomo.js',
  ],
  [
    () => services.posthog({ id: 'phc_ab12', host: 'https://ph.example.kz' }),
    'https://ph.example.kz/static/array.js',
  ],
  [
    () => services.amplitude({ id: hex, version: '2.11.1' }),
    'https://cdn.amplitude.com/libs/analytics-browser-2.11.1-min.js.gz',
  ],
  [() => services.mixpanel({ id: hex }), 'https://cdn.mxpnl.com/libs/mixpanel-2-latest.min.js'],
  [() => services.hotjar({ id: 123 }), 'https://static.hotjar.com/c/hotjar-123.js?sv=6'],
  [
    () => services.linkedinInsight({ id: 123 }),
    'https://snap.licdn.com/li.lms-analytics/insight.min.js',
  ],
  [() => services.yandexRtb(), 'https://yandex.ru/ads/system/context.js'],
  [() => services.liveInternet({ privacyUrl }), ''],
  [() => services.top100({ id: 123, privacyUrl }), 'https://st.top100.ru/top100/top100.js'],
  [() => services.zeroKz({ id: 123, privacyUrl }), 'https://c.zero.kz/z.js'],
  [
    () => services.roistat({ id: hex, privacyUrl }),
    `https://cloud.roistat.com/api/site/1.0/${hex}/init?referrer=https%3A%2F%2Fshop.example%2Fa`,
  ],
  [
    () => services.calltouch({ id: 'ab12cd34', privacyUrl }),
    'https://mod.calltouch.ru/init.js?id=ab12cd34',
  ],
  [() => services.jivo({ id: 'Ab12Cd34Ef', privacyUrl }), 'https://code.jivo.ru/widget/Ab12Cd34Ef'],
  [
    () => services.carrotQuest({ id: '12345-ab12cd34', privacyUrl }),
    'https://cdn.carrotquest.io/api.min.js',
  ],
  [
    () =>
      services.bitrix24({ script: 'https://cdn-ru.bitrix24.ru/b1/crm/site_button/loader_2.js' }),
    'https://cdn-ru.bitrix24.ru/b1/crm/site_button/loader_2.js?29000000',
  ],
  [() => services.kaspiButton({ privacyUrl }), 'https://kaspi.kz/kaspibutton/widget/ks-wi_ext.js'],
  [() => services.youtube(), ''],
  [() => services.vimeo(), ''],
  [() => services.rutube({ privacyUrl }), ''],
  [() => services.vkVideo(), ''],
  [() => services.yandexMaps(), ''],
  [() => services.googleMaps(), ''],
  [() => services.twoGis({ privacyUrl }), ''],
]
