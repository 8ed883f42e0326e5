/**
 * Guesses the language that the core will show, from what the tag says and without its rarer rules:
 * subtags and three-letter codes. A wrong guess costs one small file that is fetched in vain.
 *
 * @param data The tag's `dataset`.
 */
export function guessLanguage({
  lang,
  languages = 'kk,ru,en',
  defaultLanguage = 'ru',
}: DOMStringMap): string | undefined {
  const offered = languages.split(/[\s,]+/)
  const { lang: onPage } = document.documentElement
  const [, folder] = location.pathname.split('/')
  return (
    [lang, onPage, folder, ...navigator.languages, defaultLanguage]
      // "kz" is a country, yet common in <html lang> and in paths.
      .map((tag = '') =>
        tag
          .toLowerCase()
          .replace(/[-_].*/, '')
          .replace(/^kz$/, 'kk'),
      )
      .find((code) => offered.includes(code)) ?? offered[0]
  )
}
