/** Yandex, as it is shown for each of its services. */
export const yandex = {
  vendor: 'Yandex',
  country: 'RU',
  privacyUrl: 'https://yandex.ru/legal/confidential/',
} as const

/** Google, as it is shown for each of its services. */
export const google = {
  vendor: 'Google',
  country: 'US',
  privacyUrl: 'https://policies.google.com/privacy',
} as const

/** Microsoft, as it is shown for each of its services. */
export const microsoft = {
  vendor: 'Microsoft',
  country: 'US',
  privacyUrl: 'https://privacy.microsoft.com/privacystatement',
} as const

/** VK, whose services have policies of their own. */
export const vk = { vendor: 'VK', country: 'RU' } as const
