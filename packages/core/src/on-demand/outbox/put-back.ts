import type { State } from '../../state.ts'
import { writeHostCookie } from '../write-host-cookie.ts'
import type { Waiting } from './parcel.ts'

type SiteFile = typeof import('../site.ts')

/**
 * Puts the visitor's latest decision back in force where an answer of the ledger, which writes the cookie of
 * an earlier one again, came after it.
 */
export async function putBack(state: State, waiting: readonly Waiting[]): Promise<void> {
  const { running, files, options } = state
  const held = running?.read()
  const latest = waiting.filter(({ record }) => record).at(-1)
  if (!running || !held || !latest?.record) return
  const { consentId, at, validUntil } = latest.record
  if (consentId !== held.consentId || Date.parse(at) <= held.at) return
  const seconds = Math.floor((Date.parse(validUntil) - running.platform.now()) / 1e3)
  if (options.cookie?.scope === 'site') {
    await files.use('site', (file: SiteFile) =>
      file.writeShared(latest.cookie, seconds / 86_400, running.platform),
    )
  } else writeHostCookie(latest.cookie, seconds)
  running.replace(running.read())
}
