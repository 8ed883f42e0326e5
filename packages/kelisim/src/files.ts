/** The interface's files by name. Bundlers make a chunk of each; none is fetched before it is needed. */
export const files: Readonly<Record<string, () => Promise<unknown>>> = {
  records: () => import('@kelisim/core/records'),
  check: () => import('@kelisim/core/check'),
  explain: () => import('@kelisim/core/explain'),
  notice: () => import('./notice.ts'),
  placeholders: () => import('./placeholders.ts'),
  preact: () => import('preact'),
  preferences: () => import('@kelisim/ui/preferences'),
  'notice.kk': () => import('@kelisim/locales/notice.kk.json'),
  'notice.ru': () => import('@kelisim/locales/notice.ru.json'),
  'notice.en': () => import('@kelisim/locales/notice.en.json'),
  'preferences.kk': () => import('@kelisim/locales/preferences.kk.json'),
  'preferences.ru': () => import('@kelisim/locales/preferences.ru.json'),
  'preferences.en': () => import('@kelisim/locales/preferences.en.json'),
  'placeholders.kk': () => import('@kelisim/locales/placeholders.kk.json'),
  'placeholders.ru': () => import('@kelisim/locales/placeholders.ru.json'),
  'placeholders.en': () => import('@kelisim/locales/placeholders.en.json'),
}
