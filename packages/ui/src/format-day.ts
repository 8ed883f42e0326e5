/**
 * Writes a day in words, or in figures where the browser has none in that language, as for Kazakh.
 *
 * @param iso ISO 8601 date, or date and time: the day is the one that is written there.
 */
export function formatDay(iso: string, language: string): string {
  const day = new Date(`${iso.slice(0, 10)}T00:00Z`)
  const style = (locale: string, dateStyle: 'long' | 'short'): string =>
    new Intl.DateTimeFormat(locale, { dateStyle, timeZone: 'UTC' }).format(day)
  try {
    const text = style(language, 'long')
    // Chromium has no month names for some languages, and prints "M12" instead.
    return /M\d/.test(text) ? style('ru', 'short') : text
  } catch {
    // An owner's language may have a code that the browser does not take; or it is no day.
    return iso.slice(0, 10)
  }
}
