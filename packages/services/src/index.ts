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
export { amplitude, type AmplitudeOptions } from './presets/amplitude.ts'
export { bitrix24, type Bitrix24Options } from './presets/bitrix24.ts'
export { calltouch, type CalltouchOptions } from './presets/calltouch.ts'
export { carrotQuest, type CarrotQuestOptions } from './presets/carrot-quest.ts'
export { ga4, type Ga4Options } from './presets/ga4.ts'
export { googleAds, type GoogleAdsOptions } from './presets/google-ads.ts'
export { googleMaps, type GoogleMapsOptions } from './presets/google-maps.ts'
export { googleTagManager, type GoogleTagManagerOptions } from './presets/google-tag-manager.ts'
export { hotjar, type HotjarOptions } from './presets/hotjar.ts'
export { jivo, type JivoOptions } from './presets/jivo.ts'
export { kaspiButton, type KaspiButtonOptions } from './presets/kaspi-button.ts'
export { linkedinInsight, type LinkedinInsightOptions } from './presets/linkedin-insight.ts'
export { liveInternet, type LiveInternetOptions } from './presets/live-internet.ts'
export { matomo, type MatomoOptions } from './presets/matomo.ts'
export { metaPixel, type MetaPixelOptions } from './presets/meta-pixel.ts'
export { microsoftClarity, type MicrosoftClarityOptions } from './presets/microsoft-clarity.ts'
export { microsoftUet, type MicrosoftUetOptions } from './presets/microsoft-uet.ts'
export { mixpanel, type MixpanelOptions } from './presets/mixpanel.ts'
export { posthog, type PosthogOptions } from './presets/posthog.ts'
export { roistat, type RoistatOptions } from './presets/roistat.ts'
export { rutube, type RutubeOptions } from './presets/rutube.ts'
export { tiktokPixel, type TiktokPixelOptions } from './presets/tiktok-pixel.ts'
export { top100, type Top100Options } from './presets/top-100.ts'
export { twoGis, type TwoGisOptions } from './presets/2gis.ts'
export { vimeo, type VimeoOptions } from './presets/vimeo.ts'
export { vkAds, type VkAdsOptions } from './presets/vk-ads.ts'
export { vkRetargeting, type VkRetargetingOptions } from './presets/vk-retargeting.ts'
export { vkVideo, type VkVideoOptions } from './presets/vk-video.ts'
export { yandexMaps, type YandexMapsOptions } from './presets/yandex-maps.ts'
export {
  yandexMetrikaWebvisor,
  type YandexMetrikaWebvisorOptions,
} from './presets/yandex-metrika-webvisor.ts'
export { yandexMetrika, type YandexMetrikaOptions } from './presets/yandex-metrika.ts'
export { yandexRtb, type YandexRtbBlock, type YandexRtbOptions } from './presets/yandex-rtb.ts'
export { youtube, type YoutubeOptions } from './presets/youtube.ts'
export { zeroKz, type ZeroKzOptions } from './presets/zero-kz.ts'
