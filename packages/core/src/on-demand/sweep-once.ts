import type { StorageEntry } from '../model/options.ts'
import type { State, Sweeping } from '../state.ts'
import { findHttpOnly } from './find-http-only.ts'
import { refusedStorage, type Sweepable } from './refused-storage.ts'
import { sweepArea } from './sweep-area.ts'
import { sweepCaches } from './sweep-caches.ts'
import { sweepCookies } from './sweep-cookies.ts'
import { sweepDatabases } from './sweep-databases.ts'

type Kind = StorageEntry['kind']

type Sweeper = (found: Sweepable, sweeping: Sweeping) => string[] | Promise<string[]>

const SWEEPERS: Readonly<Record<Kind, Sweeper>> = {
  cookie: sweepCookies,
  local: (found) => sweepArea('localStorage', found),
  session: (found) => sweepArea('sessionStorage', found),
  idb: (found, { pending }) => sweepDatabases(found, pending),
  cache: sweepCaches,
}

/**
 * Deletes what refused services keep in the browser. What is still there afterwards is told as
 * `storage-left`, each name once.
 *
 * @param isThorough Also looks for cookies that only a server can delete.
 * @returns What is still there, or nothing where there is nothing to look for.
 */
export async function sweepOnce(
  state: State,
  sweeping: Sweeping,
  isThorough = false,
): Promise<readonly string[] | undefined> {
  const { asked, consent } = state
  const decision = consent.$decision.get()
  if (!decision) return undefined
  const perKind = await Promise.all(
    Object.entries(SWEEPERS).map(async ([kind, sweepKind]) => {
      const found = refusedStorage(kind as Kind, decision, asked)
      if (!found) return undefined
      const names = await sweepKind(found, sweeping)
      if (kind === 'cookie' && isThorough) names.push(...(await findHttpOnly(found)))
      return names.map((name) => `${kind} ${name}`)
    }),
  )
  if (!perKind.some(Boolean)) return undefined
  const left = perKind.flatMap((names) => names ?? [])
  const news = left.filter((name) => !sweeping.told.has(name))
  for (const name of news) sweeping.told.add(name)
  if (news[0]) state.report('storage-left', news.join(', '))
  return left
}
