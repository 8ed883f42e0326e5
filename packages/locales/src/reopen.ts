// Written by scripts/locales/build-reopen.ts from the catalogues: change those instead.
/** Label of the button that opens the preferences again, by language code. */
export const reopenLabels: Readonly<Record<string, string>> = {
  en: 'Cookie settings',
  kk: 'Cookie баптаулары',
  ru: 'Настройки cookie',
}
