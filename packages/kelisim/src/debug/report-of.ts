import type { DebugReport, HeldElement } from '@kelisim/core'
import { allows } from '@kelisim/core/allows'
import { page } from '@kelisim/core/page'
import type { State } from '@kelisim/core/state'
import type { Evidence, Kept, Visit } from '../audit/evidence.ts'
import { findFaults } from '../audit/find-faults.ts'
import { POLICY_WORDS, readMarkup } from '../audit/page-markup.ts'
import { recogniser } from '../audit/recognise.ts'

/** Reports on the page as it is now, by the rules that `npx kelisim check` has too. */
export async function reportOf(state: State): Promise<DebugReport> {
  const { asked, consent, options, ports } = state
  const decision = consent.$decision.get()
  const services = [...asked.services.values()].map(({ id, category, hosts, match, storage }) => ({
    id,
    category,
    ...(hosts && { hosts }),
    ...(match && { match }),
    ...(storage && { storage }),
    isAllowed: allows(decision, asked, category, id),
  }))
  const evidence: Evidence = {
    url: location.href,
    visits: await visitsOf(services),
    markup: { ...readMarkup(POLICY_WORDS), ...(options.policy?.url && { hasPolicy: true }) },
    banner: { product: 'kelisim' },
    declared: services,
  }
  return {
    version: ports.version,
    status: consent.$status.get(),
    decision,
    services,
    held: heldElements(state),
    // What was allowed and not seen yet may still come.
    findings: findFaults(evidence, { known: services }).filter(({ code }) => code !== 'never-seen'),
  }
}

/**
 * The page's life as visits: what nobody allowed counts as seen without consent. While something is allowed,
 * nobody can tell on whose behalf a stranger was contacted; then it is only not declared.
 */
async function visitsOf(services: DebugReport['services']): Promise<Visit[]> {
  const allowed = services.filter(
    ({ isAllowed, category }) => isAllowed && category !== 'necessary',
  )
  const closed = recogniser(services.filter(({ isAllowed }) => !isAllowed))
  const requests = performance.getEntriesByType('resource').map(({ name }) => name)
  const kept = await keptHere()
  if (allowed.length === 0) return [{ stage: 'first', requests, kept }]
  return [
    {
      stage: 'first',
      requests: requests.filter((address) => closed.byAddress(address)),
      kept: kept.filter((each) => closed.byKept(each, true)),
    },
    { stage: 'accepted', requests, kept },
  ]
}

/** What the page's own scripts can see in storage; nothing where they may not look. */
async function keptHere(): Promise<Kept[]> {
  const host = location.hostname
  const of = (kind: Kept['kind'], names: () => readonly string[]): Kept[] => {
    try {
      return names().map((name) => ({ kind, name, host }))
    } catch {
      return []
    }
  }
  const cookies = (): string[] =>
    page.cookie
      .split('; ')
      .filter(Boolean)
      .map((pair) => pair.split('=')[0] ?? '')
  const databases = await Promise.resolve()
    .then(() => indexedDB.databases())
    .catch(() => [])
  return [
    ...of('cookie', cookies),
    ...of('local', () => Object.keys(localStorage)),
    ...of('session', () => Object.keys(sessionStorage)),
    ...of('idb', () => databases.map(({ name = '' }) => name)),
  ]
}

function heldElements({ asked, consent }: State): HeldElement[] {
  const decision = consent.$decision.get()
  const found = page.documentElement.querySelectorAll('[data-category]')
  return [...found].map((element) => {
    const category = element.getAttribute('data-category') ?? ''
    const service = element.getAttribute('data-service') ?? ''
    return {
      element: (element.cloneNode() as Element).outerHTML.replace(/<\/[^<]*$/, '').slice(0, 200),
      category,
      service,
      reason: reasonOf(),
    }

    function reasonOf(): HeldElement['reason'] {
      const question = asked.categories.get(category)
      if (asked.services.get(service)?.category === '') return 'left-out'
      if (category === 'necessary') return 'necessary'
      if (!question) return 'unknown-category'
      if (allows(decision, asked, category, service)) return 'allowed'
      const hash = decision?.asked[category]
      if (!hash) return 'not-asked'
      return hash === question.hash || hash.startsWith('p') ? 'refused' : 'changed'
    }
  })
}
