import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Stage } from '../../audit/evidence.ts'
import { findFaults } from '../../audit/find-faults.ts'
import { CliError } from '../cli-error.ts'
import type { Command } from '../parse-command.ts'
import type { Terminal } from '../terminal.ts'
import { checkSite } from './check-site.ts'
import { htmlReport } from './html-report.ts'
import { knownServices } from './known-services.ts'
import { openBrowser } from './open-browser.ts'
import { hasFailed, type Report, reportOf, textReport } from './report.ts'

const WAIT_MS = 1_500
const STAGES: readonly Stage[] = ['first', 'refused', 'accepted', 'withdrawn']

/**
 * Checks a page and writes the report.
 *
 * @returns 0 when there is nothing but notes, else 1.
 * @throws {CliError} where the check cannot be made.
 */
export async function check({ subject, values }: Command, terminal: Terminal): Promise<number> {
  const { say, note, print } = terminal
  const url = addressIn(subject)
  const allowed = (values.allow ?? '').split(/[\s,]+/).filter(Boolean)
  const browser = await openBrowser({ ...values, noSandbox: values['no-sandbox'] })
  const pictures = new Map<Stage, Uint8Array>()
  try {
    const evidence = await checkSite(browser, url, {
      waitMs: waitIn(values.wait),
      onStage: (stage) =>
        note(`${STAGES.indexOf(stage) + 1}/${STAGES.length} ${say(`stage.${stage}`)} …`),
      ...(values.html && { onPicture: (stage, png) => void pictures.set(stage, png) }),
    })
    const report = reportOf(evidence, findFaults(evidence, { known: knownServices, allowed }))
    if (values.html) await writePages(values.html, report, pictures, terminal)
    if (values.json) print(JSON.stringify({ ...report, evidence }, null, 2))
    else for (const line of textReport(report, say)) print(line)
    return hasFailed(report) ? 1 : 0
  } finally {
    await browser.close()
  }
}

async function writePages(
  folder: string,
  report: Report,
  pictures: ReadonlyMap<Stage, Uint8Array>,
  { language, say, note }: Terminal,
): Promise<void> {
  await mkdir(folder, { recursive: true })
  const names = new Map([...pictures.keys()].map((stage) => [stage, `${stage}.png`]))
  for (const [stage, png] of pictures) await writeFile(join(folder, `${stage}.png`), png)
  const page = join(folder, 'index.html')
  await writeFile(page, htmlReport(report, language, say, names))
  note(say('check.written', { path: page }))
}

function addressIn(text: string): string {
  const address = /^[a-z]+:\/\//i.test(text) ? text : `https://${text}`
  const url = URL.canParse(address) ? new URL(address) : undefined
  if (url && /^https?:$/.test(url.protocol)) return url.href
  throw new CliError('address', { text })
}

function waitIn(text: string | undefined): number {
  if (text === undefined) return WAIT_MS
  if (/^\d{1,5}$/.test(text)) return Number(text)
  throw new CliError('wait', { text })
}
