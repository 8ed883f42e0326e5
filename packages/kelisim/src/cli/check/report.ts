import type { Translate } from '@kelisim/ui/translate'
import type { Evidence, Finding, Stage } from '../../audit/evidence.ts'
import { sayFinding } from '../../audit/say-finding.ts'

/** What a check ends in. */
export interface Report {
  readonly url: string
  /** `kelisim`, another product, `unknown` for one that was found by its words, or null. */
  readonly banner: string | null
  readonly stages: readonly Stage[]
  readonly findings: readonly Finding[]
}

/** Puts together what was seen and what was found. */
export const reportOf = (
  { url, banner, visits }: Evidence,
  findings: readonly Finding[],
): Report => ({
  url,
  banner: banner?.product ?? null,
  stages: visits.map(({ stage }) => stage),
  findings,
})

/** Whether the check has failed; notes do not. */
export const hasFailed = ({ findings }: Report): boolean =>
  findings.some(({ severity }) => severity !== 'note')

/** Writes a report for a terminal. */
export function textReport(report: Report, say: Translate): string[] {
  const { url, banner, findings } = report
  return [
    url,
    say('check.banner', { name: bannerName(banner, say) }),
    '',
    ...findings.flatMap((finding) => findingLines(finding, say)),
    ...missingStages(report).map((stage) => say('check.skipped', { stage: say(`stage.${stage}`) })),
    say('check.summary', {
      errors: countOf(report, 'error'),
      warnings: countOf(report, 'warning'),
      notes: countOf(report, 'note'),
    }),
  ]
}

function findingLines(finding: Finding, say: Translate): string[] {
  const { what, repair } = sayFinding(finding, say)
  const when = sayStages(finding, say)
  return [
    `${say(`severity.${finding.severity}`)}: ${what}`,
    ...(when ? [`  ${when}`] : []),
    `  ${repair}`,
    '',
  ]
}

/** Says when something was seen; empty where that makes no difference. */
export const sayStages = ({ stages }: Finding, say: Translate): string =>
  stages?.[0]
    ? say('check.when', { stages: stages.map((stage) => say(`stage.${stage}`)).join(', ') })
    : ''

/** Visits that could not be made, for want of a button. */
export const missingStages = ({ banner, stages }: Report): Stage[] =>
  banner === null
    ? []
    : (['refused', 'accepted', 'withdrawn'] as const).filter((stage) => !stages.includes(stage))

export const bannerName = (banner: string | null, say: Translate): string =>
  banner === null || banner === 'unknown' ? say(`check.${banner ?? 'noBanner'}`) : banner

export const countOf = ({ findings }: Report, severity: Finding['severity']): number =>
  findings.filter((finding) => finding.severity === severity).length
