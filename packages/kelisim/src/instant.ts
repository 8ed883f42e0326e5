import { ConsentError, type Messages, type Options } from '@kelisim/core'
import en from '@kelisim/locales/notice.en.json'
import kk from '@kelisim/locales/notice.kk.json'
import ru from '@kelisim/locales/notice.ru.json'
import script from 'built:instant.js'
import { renderInstant } from './instant/render-instant.ts'

// The build makes a flat list of a catalogue.
const TEXTS = { kk, ru, en } as unknown as Readonly<Record<string, Messages>>

/**
 * Writes the notice as HTML that is on the screen with the page's first paint, before any file of
 * Kelisim has come. It is shown only where no choice is stored; refusing works at once, granting waits for
 * the script tag or the module, which take over the same elements.
 *
 * Put it at the beginning of `<body>`, beside the usual tag. Where a policy forbids inline scripts, allow
 * the hash of `instant.js` in `manifest.json`; without that the notice comes the usual way.
 *
 * @param options The page's own, with all services: what is asked is part of a refusal.
 * @param language The language of the page: `kk`, `ru` or `en`.
 * @throws {ConsentError} `bad-option` for a language without texts, and for the layout `inline`, whose place is
 *   not there yet at the first paint.
 */
export function instantNotice(options: Options, language: string): string {
  if (options.layout === 'inline') {
    throw new ConsentError('bad-option', 'layout "inline": use the tag alone, or another layout')
  }
  const texts = Object.hasOwn(TEXTS, language) ? TEXTS[language] : undefined
  if (texts) return renderInstant(options, { language, texts, script })
  throw new ConsentError('bad-option', `language "${language}": use "kk", "ru" or "en"`)
}
