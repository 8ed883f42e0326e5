import type { Declared, Evidence, Finding, Visit } from './evidence.ts'
import type { Knowledge } from './find-leaks.ts'
import { knownId } from './known-names.ts'
import { isNecessary } from './own-storage.ts'
import { type Recognisable, recogniser } from './recognise.ts'
import { isThirdParty, siteOf } from './third-party.ts'

/** Compares what the page declares with what was seen of it. */
export function findUndeclared(evidence: Evidence, { known, allowed = [] }: Knowledge): Finding[] {
  const { declared, url, visits } = evidence
  if (!declared) return [{ code: 'undeclared-unknown', severity: 'note', subject: url }]
  const services = declared.map((service) => withKnowledge(service, known))
  const seen = seenIn(visits, url, recogniser(known))
  const isDeclared = (id: string): boolean =>
    services.some((service) => service.id === id || knownId(service.id) === id)
  // What is declared under another name has the hosts.
  const own = recogniser(services)
  const undeclared = [...seen]
    .filter(([id, address]) => !isDeclared(id) && !(address && own.byAddress(address)))
    .map(([id]): Finding => ({ code: 'undeclared', severity: 'error', subject: id, service: id }))
  return [
    ...undeclared,
    ...findStrangers(evidence, [...services, ...known], allowed),
    ...findUnseen(services, visits, url),
  ]
}

/** Adds what we know of a service to what others say of it, which are names only. */
function withKnowledge(service: Declared, known: readonly Recognisable[]): Declared {
  const found = known.find(({ id }) => id === service.id || id === knownId(service.id))
  return {
    ...found,
    ...service,
    ...(found && !service.hosts && { hosts: found.hosts }),
  } as Declared
}

/** Ids of known services that were seen, each with an address where there was one. */
function seenIn(
  visits: readonly Visit[],
  url: string,
  { byAddress, byKept }: ReturnType<typeof recogniser>,
): Map<string, string> {
  const seen = new Map<string, string>()
  const site = siteOf(new URL(url).hostname)
  for (const { requests, kept } of visits) {
    for (const each of kept) {
      const id = byKept(each, siteOf(each.host) === site)?.id
      if (id && !seen.has(id)) seen.set(id, '')
    }
    for (const address of requests) {
      const id = byAddress(address)?.id
      if (id) seen.set(id, address)
    }
  }
  return seen
}

/** Hosts of others that no service accounts for, where the declared ones say which hosts are theirs. */
function findStrangers(
  { declared, url, visits }: Evidence,
  services: readonly Recognisable[],
  allowed: readonly string[],
): Finding[] {
  if (!declared?.some(({ hosts }) => hosts)) return []
  const { byAddress } = recogniser(services)
  const strangers = visits
    .filter(({ stage }) => stage === 'accepted')
    .flatMap(({ requests }) => requests)
    .filter((address) => isThirdParty(address, url) && !byAddress(address))
    .map((address) => new URL(address).hostname)
    .filter((hostname) => !allowed.some((host) => `.${hostname}`.endsWith(`.${host}`)))
  return [...new Set(strangers)].map((subject) => ({
    code: 'undeclared',
    severity: 'warning',
    subject,
  }))
}

/** Declared services of which nothing was seen after everything was accepted. */
function findUnseen(
  services: readonly Declared[],
  visits: readonly Visit[],
  url: string,
): Finding[] {
  const accepted = visits.find(({ stage }) => stage === 'accepted')
  if (!accepted) return []
  const site = siteOf(new URL(url).hostname)
  return services
    .filter(({ category, hosts, match, storage }) => {
      const canBeSeen = hosts?.[0] ?? match?.[0] ?? storage?.[0]
      return category !== 'necessary' && canBeSeen
    })
    .filter((service) => {
      const { byAddress, byKept } = recogniser([service])
      return (
        !accepted.requests.some(byAddress) &&
        !accepted.kept.some(
          (each) => !isNecessary(each) && byKept(each, siteOf(each.host) === site),
        )
      )
    })
    .map(({ id }) => ({ code: 'never-seen', severity: 'note', subject: id, service: id }))
}
