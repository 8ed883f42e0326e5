/**
 * Finds the language to show: the first wanted tag that is offered, as it is or by its primary subtag.
 *
 * Upper case and `_` make no difference; `kz`, which is a country and yet common in `<html lang>` and in
 * paths, means Kazakh. What is not a language tag is passed over.
 *
 * @param wanted Tags as found on the page and in the browser, the most important first.
 * @param offered Codes in lower case.
 * @returns One of `offered`; undefined when nothing fits.
 */
export function matchLanguage(
  wanted: readonly (string | null | undefined)[],
  offered: readonly string[],
): string | undefined {
  for (const tag of wanted) {
    const exact = `${tag}`
      .toLowerCase()
      .replace(/_/g, '-')
      .replace(/^(kz|kaz|қаз)(?![^-])/, 'kk')
      .replace(/^(ru|en)[sg](?![^-])/, '$1')
    // Not for Kazakh in Arabic or Latin script: who reads that may not read Cyrillic.
    const general = /^kk-(arab|latn|cn)/.test(exact) ? '' : exact.replace(/-.*/, '')
    const found = [exact, general].find((one) => offered.includes(one))
    if (found) return found
  }
  return undefined
}
