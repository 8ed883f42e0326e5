import type * as services from './index.ts'

/** What the options of each preset are, by the id of its service. */
interface OptionsById {
  '2gis': services.TwoGisOptions
  amplitude: services.AmplitudeOptions
  bitrix24: services.Bitrix24Options
  calltouch: services.CalltouchOptions
  'carrot-quest': services.CarrotQuestOptions
  ga4: services.Ga4Options
  'google-ads': services.GoogleAdsOptions
  'google-maps': services.GoogleMapsOptions
  'google-tag-manager': services.GoogleTagManagerOptions
  hotjar: services.HotjarOptions
  jivo: services.JivoOptions
  'kaspi-button': services.KaspiButtonOptions
  'linkedin-insight': services.LinkedinInsightOptions
  'live-internet': services.LiveInternetOptions
  matomo: services.MatomoOptions
  'meta-pixel': services.MetaPixelOptions
  'microsoft-clarity': services.MicrosoftClarityOptions
  'microsoft-uet': services.MicrosoftUetOptions
  mixpanel: services.MixpanelOptions
  posthog: services.PosthogOptions
  roistat: services.RoistatOptions
  rutube: services.RutubeOptions
  'tiktok-pixel': services.TiktokPixelOptions
  'top-100': services.Top100Options
  vimeo: services.VimeoOptions
  'vk-ads': services.VkAdsOptions
  'vk-retargeting': services.VkRetargetingOptions
  'vk-video': services.VkVideoOptions
  'yandex-maps': services.YandexMapsOptions
  'yandex-metrika': services.YandexMetrikaOptions
  'yandex-metrika-webvisor': services.YandexMetrikaWebvisorOptions
  'yandex-rtb': services.YandexRtbOptions
  youtube: services.YoutubeOptions
  'zero-kz': services.ZeroKzOptions
}

/** Id of a service that a preset is for; its file has the same name. */
export type ServiceId = keyof OptionsById

/**
 * Which options the words of an attribute's value fill, in order: `data-matomo="https://… 3 KZ"`. With
 * none the attribute stays empty: `data-youtube`.
 */
export const attributeWords: { readonly [Id in ServiceId]: readonly (keyof OptionsById[Id])[] } = {
  '2gis': [],
  amplitude: ['id', 'version'],
  bitrix24: ['script'],
  calltouch: ['id'],
  'carrot-quest': ['id'],
  ga4: ['id'],
  'google-ads': ['id'],
  'google-maps': [],
  'google-tag-manager': ['id'],
  hotjar: ['id'],
  jivo: ['id'],
  'kaspi-button': [],
  'linkedin-insight': ['id'],
  'live-internet': [],
  matomo: ['host', 'id', 'country'],
  'meta-pixel': ['id'],
  'microsoft-clarity': ['id'],
  'microsoft-uet': ['id'],
  mixpanel: ['id'],
  posthog: ['id', 'host'],
  roistat: ['id'],
  rutube: [],
  'tiktok-pixel': ['id'],
  'top-100': ['id'],
  vimeo: [],
  'vk-ads': ['id'],
  'vk-retargeting': ['id'],
  'vk-video': [],
  'yandex-maps': [],
  'yandex-metrika': ['id'],
  'yandex-metrika-webvisor': ['id'],
  'yandex-rtb': [],
  youtube: [],
  'zero-kz': ['id'],
}

const GOOGLE = ['consentMode', 'waitForUpdate', 'urlPassthrough', 'adsDataRedaction'] as const

/** Options that have an attribute of their own: `data-vk-ads-privacy-url`. */
export const attributeOptions: {
  readonly [Id in ServiceId]?: readonly (keyof OptionsById[Id])[]
} = {
  ga4: [...GOOGLE, 'bufferCalls'],
  'google-ads': [...GOOGLE, 'bufferCalls'],
  'google-tag-manager': [...GOOGLE, 'bufferCalls', 'consentEvents'],
  matomo: ['vendor', 'consentMode', 'bufferCalls'],
  'meta-pixel': ['consentMode', 'bufferCalls'],
  'microsoft-clarity': ['consentMode', 'bufferCalls'],
  'microsoft-uet': ['consentMode', 'bufferCalls'],
  posthog: ['country'],
  'tiktok-pixel': ['consentMode', 'bufferCalls'],
  'vk-ads': ['bufferCalls'],
  'yandex-metrika': ['bufferCalls'],
}

/** Options that are no text: `data-ga4-buffer-calls`, `data-ga4-wait-for-update="500"`. */
export const attributeKinds: Readonly<Record<string, 'flag' | 'number'>> = {
  adsDataRedaction: 'flag',
  bufferCalls: 'flag',
  consentEvents: 'flag',
  urlPassthrough: 'flag',
  waitForUpdate: 'number',
}

/** The same, of every preset. */
export const commonOptions: readonly (keyof services.PresetOptions)[] = [
  'category',
  'privacyUrl',
  'crossBorderReason',
]
