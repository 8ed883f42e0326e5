import type { Translate } from '@kelisim/ui/translate'
import type { Finding, Stage } from '../../audit/evidence.ts'
import { sayFinding } from '../../audit/say-finding.ts'
import { bannerName, countOf, missingStages, type Report, sayStages } from './report.ts'

const STYLE = `:root{color-scheme:light dark;font:16px/1.5 system-ui,sans-serif}
body{max-width:60rem;margin:2rem auto;padding:0 1rem;overflow-wrap:anywhere}
li{margin:0 0 1rem;padding:.25rem 0 .25rem .75rem;border-inline-start:4px solid gray}
.error{border-color:light-dark(#b3261e,#ff8a80)}.warning{border-color:light-dark(#8a5a00,#ffca6b)}
ul{list-style:none;padding:0}li p{margin:0}figure{margin:1rem 0}img{max-width:100%;border:1px solid gray}`

/**
 * Writes a report as a page of its own.
 *
 * @param pictures Address of each visit's picture, beside the page.
 */
export function htmlReport(
  report: Report,
  language: string,
  say: Translate,
  pictures: ReadonlyMap<Stage, string>,
): string {
  const { url, banner, findings } = report
  const title = `${say('check.title')}: ${url}`
  const summary = say('check.summary', {
    errors: countOf(report, 'error'),
    warnings: countOf(report, 'warning'),
    notes: countOf(report, 'note'),
  })
  const lines = [
    say('check.banner', { name: bannerName(banner, say) }),
    summary,
    ...missingStages(report).map((stage) => say('check.skipped', { stage: say(`stage.${stage}`) })),
  ]
  const images = [...pictures].map(
    ([stage, source]) =>
      `<figure><img src="${escape(source)}" alt=""><figcaption>${escape(say(`stage.${stage}`))}</figcaption></figure>`,
  )
  return `<!doctype html>
<html lang="${language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>${escape(title)}</title><style>${STYLE}</style></head><body>
<h1>${escape(title)}</h1>
${lines.map((line) => `<p>${escape(line)}</p>`).join('\n')}
<ul>
${findings.map((finding) => item(finding, say)).join('\n')}
</ul>
${images.join('\n')}
</body></html>
`
}

function item(finding: Finding, say: Translate): string {
  const { what, repair } = sayFinding(finding, say)
  const parts = [sayStages(finding, say), repair].filter(Boolean)
  return `<li class="${finding.severity}"><p><strong>${escape(say(`severity.${finding.severity}`))}: ${escape(what)}</strong></p>
${parts.map((part) => `<p>${escape(part)}</p>`).join('\n')}</li>`
}

const escape = (text: string): string =>
  text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
