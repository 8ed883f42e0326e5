import type { StorageEntry } from '../model/options.ts'
import type { State, Sweeping } from '../state.ts'
import { findHttpOnly } from './find-http-only.ts'
import { refusedStorage, type Sweepable } from './refused-storage.ts'
import { sweepArea } from './sweep-area.ts'
import { sweepCookies } from './sweep-cookies.ts'
import { sweepDatabases } from './sweep-databases.ts'

type Kind = StorageEntry['kind']

const SWEEPERS: Readonly<Record<Kind, (found: Sweepable) => string[] | Promise<string[]>>> = {
  cookie: sweepCookies,
  local: (found) => sweepArea('localStorage', found),
  session: (found) => sweepArea('sessionStorage', found),
  idb: sweepDatabases,
}

/**
 * Deletes what refused services keep in the browser. What is still there afterwards is told as
 * `storage-left`, each name once.
 *
 * @param isThorough Also looks for cookies that only a server can delete.
 * @returns Whether there is anything to look for.
 */
export async function sweepOnce(
  state: State,
  sweeping: Sweeping,
  isThorough = false,
): Promise<boolean> {
  const { asked, consent } = state
  const decision = consent.$decision.get()
  if (!decision) return false
  const left = await Promise.all(
    Object.entries(SWEEPERS).map(async ([kind, sweepKind]) => {
      const found = refusedStorage(kind as Kind, decision, asked)
      if (!found) return undefined
      const names = await sweepKind(found)
      if (kind === 'cookie' && isThorough) names.push(...findHttpOnly(found))
      return names.map((name) => `${kind} ${name}`)
    }),
  )
  const news = left.flatMap((names) => names ?? []).filter((name) => !sweeping.told.has(name))
  for (const name of news) sweeping.told.add(name)
  if (news[0]) state.report('storage-left', news.join(', '))
  return left.some(Boolean)
}
