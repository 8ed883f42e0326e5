import { Markup, markup } from '@kelisim/ui/markup'
import type { PolicyText } from '../archive.ts'
import type { ArchivedLanguage, PolicyArchive } from './policy-archive.ts'

/**
 * Writes the page for people beside the JSON of a version: the policy, the question as it was asked, the preferences, and the
 * table of all that was used, in each language. It fetches nothing and runs nothing.
 *
 * @param css For its wide tables.
 */
export function archivePage(
  archive: PolicyArchive,
  policy: Readonly<Record<string, PolicyText>>,
  css: string,
): string {
  const { version, operator, languages } = archive
  const title = [operator?.name, version].filter(Boolean).join(' · ')
  const sections = Object.entries(languages).map(([code, it]) => sectionOf(code, it, policy[code]))
  return `<!doctype html>
<html lang="${Object.keys(languages)[0] ?? ''}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
${markup('title', null, title).html}
<style>${css}:root{color-scheme:light dark}body{max-width:60em;margin:auto;padding:1em;font:16px/1.6 system-ui,sans-serif}.text{white-space:pre-line}</style>
</head>
<body>
${markup('h1', null, title).html}
${sections.join('\n')}
</body>
</html>
`
}

function sectionOf(
  code: string,
  { banners, preferences, declaration }: ArchivedLanguage,
  policy: PolicyText | undefined,
): string {
  const text = (content: string): Markup => markup('div', { class: 'text' }, content)
  const written = typeof policy === 'object' ? new Markup(policy.html) : text(policy ?? '')
  return markup(
    'section',
    { lang: code },
    markup('h2', null, code),
    written,
    markup('blockquote', null, text(banners[0]?.text ?? '')),
    markup('blockquote', null, text(preferences.lines.join('\n'))),
    new Markup(declaration),
  ).html
}
