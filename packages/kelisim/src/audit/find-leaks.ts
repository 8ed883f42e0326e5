import type { Evidence, Finding, FindingCode, Kept, Stage } from './evidence.ts'
import { isNecessary } from './own-storage.ts'
import { type Recognisable, type Recognise, recogniser } from './recognise.ts'
import { isThirdParty, siteOf } from './third-party.ts'

/** What the rules know besides what was seen. */
export interface Knowledge {
  /** Services that can be recognised. */
  readonly known: readonly Recognisable[]
  /** Hosts of others that the owner takes for strictly necessary. */
  readonly allowed?: readonly string[]
}

/** Stages at which nothing may be there that needs consent. */
const CLOSED: readonly Stage[] = ['first', 'refused', 'withdrawn']

/** Finds what contacts others or keeps something although nobody has agreed to it. */
export function findLeaks(evidence: Evidence, knowledge: Knowledge): Finding[] {
  const declared = evidence.declared ?? []
  const necessary = recogniser(declared.filter(({ category }) => category === 'necessary'))
  const recognise = recogniser([...declared, ...knowledge.known])
  return [
    ...findRequests(evidence, { ...knowledge, necessary, recognise }),
    ...findKept(evidence, { necessary, recognise }),
  ]
}

interface Lookups {
  readonly necessary: Recognise
  readonly recognise: Recognise
}

function findRequests(
  { url, visits }: Evidence,
  { allowed = [], necessary, recognise }: Knowledge & Lookups,
): Finding[] {
  const seen = new Map<string, { address: string; stages: Set<Stage> }>()
  for (const { stage, requests } of visits) {
    if (!CLOSED.includes(stage)) continue
    for (const address of requests) {
      if (!isThirdParty(address, url) || necessary.byAddress(address)) continue
      const { hostname } = new URL(address)
      if (allowed.some((host) => `.${hostname}`.endsWith(`.${host}`))) continue
      const found = seen.get(hostname) ?? { address, stages: new Set() }
      found.stages.add(stage)
      // Of several addresses the one that tells the service.
      if (!recognise.byAddress(found.address)) found.address = address
      seen.set(hostname, found)
    }
  }
  return [...seen].map(([host, { address, stages }]): Finding => {
    const service = recognise.byAddress(address)?.id
    const severity = service ? 'error' : 'warning'
    return { code: 'request', severity, subject: host, service, stages: [...stages] }
  })
}

function findKept({ url, visits }: Evidence, { necessary, recognise }: Lookups): Finding[] {
  const site = siteOf(new URL(url).hostname)
  const isOwn = ({ host }: Kept): boolean => siteOf(host) === site
  const before = new Set(visits.find(({ stage }) => stage === 'first')?.kept.map(keyOf))
  const seen = new Map<string, { kept: Kept; stages: Set<Stage> }>()
  for (const { stage, kept } of visits) {
    if (!CLOSED.includes(stage)) continue
    for (const each of kept) {
      if (isNecessary(each) || necessary.byKept(each, isOwn(each))) continue
      const found = seen.get(keyOf(each)) ?? { kept: each, stages: new Set() }
      seen.set(keyOf(each), { ...found, stages: found.stages.add(stage) })
    }
  }
  return [...seen].map(([key, { kept, stages }]): Finding => {
    const service = recognise.byKept(kept, isOwn(kept))?.id
    const hasSurvived = stages.has('withdrawn') && !before.has(key)
    const code: FindingCode = hasSurvived ? 'survived' : 'kept'
    // A name that nobody knows may be the site's own, and strictly necessary.
    const severity = service || !isOwn(kept) || hasSurvived ? 'error' : 'warning'
    return { code, severity, subject: nameOf(kept, isOwn(kept)), service, stages: [...stages] }
  })
}

const keyOf = ({ kind, name, host }: Kept): string => `${kind} ${name} ${host}`

const nameOf = ({ kind, name, host }: Kept, isOwn: boolean): string =>
  `${kind}: ${name}${isOwn ? '' : ` (${host})`}`
