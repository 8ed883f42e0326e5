import type { Words } from '../words.ts'

/** Gives a country's name, or its code where the browser has no name for it. */
export function countryName(code: string, { say, language }: Words): string {
  const key = `country.${code}`
  // Chromium has no names in some languages, Kazakh among them: ours come first.
  if (say(key) !== key) return say(key)
  try {
    return `${new Intl.DisplayNames(language, { type: 'region' }).of(code)}`
  } catch {
    return code
  }
}
