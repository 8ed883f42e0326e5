export type { BufferOptions } from './buffer-calls.ts'
export type { ConsentModeOptions } from './consent-mode.ts'
export { crossBorder } from './cross-border.ts'
export { defineService, type DefinedService } from './define-service.ts'
export { type GoogleConsent, googleConsent, type GoogleConsentKey } from './google-consent.ts'
export type { GoogleOptions } from './google-tag.ts'
export type {
  Preset,
  PresetOptions,
  PrivacyOptions,
  Purpose,
  Signal,
  StorageEntry,
} from './preset.ts'
export { amplitude, type AmplitudeOptions } from './amplitude.ts'
export { bitrix24, type Bitrix24Options } from './bitrix24.ts'
export { calltouch, type CalltouchOptions } from './calltouch.ts'
export { carrotQuest, type CarrotQuestOptions } from './carrot-quest.ts'
export { ga4, type Ga4Options } from './ga4.ts'
export { googleAds, type GoogleAdsOptions } from './google-ads.ts'
export { googleMaps, type GoogleMapsOptions } from './google-maps.ts'
export { googleTagManager, type GoogleTagManagerOptions } from './google-tag-manager.ts'
export { hotjar, type HotjarOptions } from './hotjar.ts'
export { jivo, type JivoOptions } from './jivo.ts'
export { kaspiButton, type KaspiButtonOptions } from './kaspi-button.ts'
export { linkedinInsight, type LinkedinInsightOptions } from './linkedin-insight.ts'
export { liveInternet, type LiveInternetOptions } from './live-internet.ts'
export { matomo, type MatomoOptions } from './matomo.ts'
export { metaPixel, type MetaPixelOptions } from './meta-pixel.ts'
export { microsoftClarity, type MicrosoftClarityOptions } from './microsoft-clarity.ts'
export { microsoftUet, type MicrosoftUetOptions } from './microsoft-uet.ts'
export { mixpanel, type MixpanelOptions } from './mixpanel.ts'
export { posthog, type PosthogOptions } from './posthog.ts'
export { roistat, type RoistatOptions } from './roistat.ts'
export { rutube, type RutubeOptions } from './rutube.ts'
export { tiktokPixel, type TiktokPixelOptions } from './tiktok-pixel.ts'
export { top100, type Top100Options } from './top-100.ts'
export { twoGis, type TwoGisOptions } from './2gis.ts'
export { vimeo, type VimeoOptions } from './vimeo.ts'
export { vkAds, type VkAdsOptions } from './vk-ads.ts'
export { vkRetargeting, type VkRetargetingOptions } from './vk-retargeting.ts'
export { vkVideo, type VkVideoOptions } from './vk-video.ts'
export { yandexMaps, type YandexMapsOptions } from './yandex-maps.ts'
export {
  yandexMetrikaWebvisor,
  type YandexMetrikaWebvisorOptions,
} from './yandex-metrika-webvisor.ts'
export { yandexMetrika, type YandexMetrikaOptions } from './yandex-metrika.ts'
export { yandexRtb, type YandexRtbBlock, type YandexRtbOptions } from './yandex-rtb.ts'
export { youtube, type YoutubeOptions } from './youtube.ts'
export { zeroKz, type ZeroKzOptions } from './zero-kz.ts'
