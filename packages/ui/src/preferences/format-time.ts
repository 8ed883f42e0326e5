import type { Options } from '../../../core/src/model/options.ts'

/**
 * Writes a moment in the operator's time zone, which is named beside it: Almaty's for Kazakhstan.
 *
 * @param at Milliseconds since the Unix epoch.
 */
export function formatTime(at: number, language: string, { operator }: Options): string {
  const country = operator?.country ?? 'KZ'
  const timeZone = operator?.timeZone ?? (country === 'KZ' ? 'Asia/Almaty' : undefined)
  const write = (locale: string, dateStyle: 'long' | 'short', zone = timeZone) =>
    new Intl.DateTimeFormat(locale, { dateStyle, timeStyle: 'long', timeZone: zone }).format(at)
  try {
    const text = write(language, 'long')
    // Chromium has no month names for some languages, Kazakh among them, and prints "M10" instead.
    return /M\d/.test(text) ? write('ru', 'short') : text
  } catch {
    // An owner's language, or time zone, may have a name that the browser does not take.
    return write('en-GB', 'long', 'UTC')
  }
}
