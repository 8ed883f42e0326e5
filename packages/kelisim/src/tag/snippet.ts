import { grantsSomething } from '@kelisim/core/grants-something'
import { guessLanguage } from './guess-language.ts'
import { hyphenate } from './hyphenate.ts'
import { namesService } from './names-service.ts'

/**
 * What a site owner puts inline, after the tag: `<script async src="…/kelisim.js" data-…></script>`. Its
 * text is the same on every page, all of it that varies is read from the tag, so one published hash
 * allows it. It makes the queue, and fetches what this visit needs beside the core, not after it.
 *
 * The tag itself stays in the markup. There the browser finds it ahead of the parser, while an inline
 * script waits for every stylesheet above it, so both belong above those; it needs no blessing under
 * Trusted Types; and where this text is not allowed to run, or a tool that packs pages moved it away,
 * the tag works alone. After the tag and not before it, because before it there is no element to read
 * yet. It is found by its name and not by its place, because such tools also put things in between.
 *
 * Whatever goes wrong here costs the head start and nothing more, hence the empty catch.
 */
try {
  const holder = window as { kelisim?: { push?: unknown } }
  // An element with the id "kelisim" is inherited by the window; what scripts put there is its own.
  if (!Object.hasOwn(holder, 'kelisim') || !holder.kelisim?.push) holder.kelisim = []

  // Not the variant in one file, which has nothing to fetch ahead.
  const tag = document.querySelector<HTMLScriptElement>('script[src*="kelisim.js"]')
  // A page that is prerendered is not seen by anybody yet.
  if (tag && !(document as { prerendering?: boolean }).prerendering) {
    const data = tag.dataset
    const preload = (file: string): void => {
      const link = document.createElement('link')
      // Not "modulepreload": in Firefox an import map that the page has further down is ignored after it.
      link.rel = 'preload'
      link.as = 'script'
      // All as import() will do it, or the file is fetched twice.
      link.nonce = tag.nonce
      link.crossOrigin = tag.crossOrigin ?? ''
      link.href = `${new URL(`${file}.js`, tag.src)}`
      tag.after(link)
    }
    if (data['cookieScope'] === 'site') preload('site')
    const [, , , kept] = /(^|[ -])kelisim(-site)?=([^;]*)/.exec(document.cookie) ?? []
    // What services are asked about is known by these, and nothing goes on before them. Not for what is
    // said beside them: category, country, reason to go abroad, privacy address, vendor, consent signals.
    const services = Object.keys(data).filter(
      (name) => namesService(name) && !/[CPDW][aor]|Ve/.test(name),
    )
    for (const name of services) preload(`service-${hyphenate(name)}`)
    if (services[0]) preload('presets')
    // What lets things run, where something is allowed.
    if (grantsSomething(kept)) preload('gate')
    // In spite of the cookie something may have become due; then the core fetches these when it knows.
    if (data['autoShow'] !== 'false' && kept === undefined) {
      preload('notice')
      preload(`notice.${guessLanguage(data)}`)
    }
  }
} catch {}
