import type { Banner, Evidence, Finding, Look } from './evidence.ts'
import { findLeaks, type Knowledge } from './find-leaks.ts'
import { findUndeclared } from './find-undeclared.ts'
import { recogniser } from './recognise.ts'
import { isThirdParty } from './third-party.ts'

const ORDER = ['error', 'warning', 'note']

/** Applies every rule to what was seen of a page; what is worst comes first. */
export function findFaults(evidence: Evidence, knowledge: Knowledge): Finding[] {
  const leaks = [...findLeaks(evidence, knowledge), ...findInMarkup(evidence, knowledge)]
  const needsConsent = leaks.length > 0 || !!evidence.declared?.length
  return [
    ...leaks,
    ...findUndeclared(evidence, knowledge),
    ...findInBanner(evidence, needsConsent),
  ].sort((a, b) => ORDER.indexOf(a.severity) - ORDER.indexOf(b.severity))
}

function findInMarkup({ markup, url }: Evidence, { known, allowed = [] }: Knowledge): Finding[] {
  const { byAddress } = recogniser(known)
  // To connect tells a host of the visit, whatever the path.
  const byHost = recogniser(
    known.map(({ id, hosts }) => ({ id, hosts: hosts?.map((host) => host.replace(/\/.*/, '')) })),
  ).byAddress
  const foreign = (addresses: readonly string[]) =>
    [...new Set(addresses)].filter((address) => {
      if (!isThirdParty(address, url)) return false
      const { hostname } = new URL(address, url)
      return !allowed.some((host) => `.${hostname}`.endsWith(`.${host}`))
    })
  return [
    ...foreign(markup.noscript).map((subject): Finding => ({
      code: 'noscript',
      severity: 'error',
      subject,
      service: byAddress(subject)?.id,
    })),
    ...foreign(markup.early).map((subject): Finding => ({
      code: 'early-contact',
      severity: byHost(subject) ? 'error' : 'warning',
      subject,
      service: byHost(subject)?.id,
    })),
  ]
}

function findInBanner({ banner, markup, url }: Evidence, needsConsent: boolean): Finding[] {
  const findings: Finding[] = []
  const find = (code: Finding['code'], severity: Finding['severity'], subject = url): void => {
    findings.push({ code, severity, subject })
  }
  if (!markup.hasPolicy) find('no-policy', 'warning')
  if (!banner) {
    find('no-banner', needsConsent ? 'error' : 'note')
    return findings
  }
  if (banner.accept && !banner.refuse) find('no-refusal', 'error', banner.product)
  const differences = differencesOf(banner)
  if (differences.length > 0) find('unequal-buttons', 'warning', differences.join(', '))
  if (banner.hasWayBack === false) find('no-way-back', 'warning', banner.product)
  return findings
}

const LOOKS = ['height', 'fontSize', 'fontWeight', 'color', 'background', 'border'] as const
/** Heights in pixels that no eye tells apart. */
const SAME_HEIGHT = 2

function differencesOf({ accept, refuse }: Banner): (keyof Look)[] {
  if (!accept || !refuse) return []
  return LOOKS.filter((look) =>
    look === 'height'
      ? Math.abs(accept.height - refuse.height) > SAME_HEIGHT
      : accept[look] !== refuse[look],
  )
}
