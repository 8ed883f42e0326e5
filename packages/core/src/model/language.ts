// What pages write for our languages. "kz" is a country, yet common in <html lang> and in paths.
const ALIASES: Record<string, string> = { kz: 'kk', kaz: 'kk', қаз: 'kk', rus: 'ru', eng: 'en' }

// Not for Kazakh in Arabic or Latin script: who reads that may not read Cyrillic.
const WITH_SUBTAGS = /^(?!kk-(?:arab|latn|cn))([^-]+)-.{1,32}$/

/**
 * Finds the language to show: the first wanted tag that is offered, as it is or by its primary
 * subtag. Upper case and `_` make no difference, and `kz` means Kazakh; nonsense is passed over.
 *
 * @param wanted Tags as found on the page and in the browser, the most important first.
 * @returns One of `offered`, as it is written there; undefined when nothing fits.
 */
export function matchLanguage(
  wanted: readonly (string | null | undefined)[],
  offered: readonly string[],
): string | undefined {
  return wanted
    .map(canonical)
    .flatMap((code) => [code, code.replace(WITH_SUBTAGS, '$1')])
    .map((code) => offered.find((other) => canonical(other) === code))
    .find(Boolean)
}

/** Reads the first segment of a path if it has the form of a language code, as in `/kz/about`. */
export function languageOfPath(pathname: string): string | undefined {
  return /^\/([a-z]{2,3}([-_]\w+)?)(\/|$)/i.exec(pathname)?.[1]
}

// The word "undefined" is as little a language as any other nonsense.
function canonical(tag: string | null | undefined): string {
  return `${tag}`
    .toLowerCase()
    .replaceAll('_', '-')
    .replace(/^[^-]+/, (primary) => ALIASES[primary] ?? primary)
}
