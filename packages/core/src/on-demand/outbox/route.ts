import type { State } from '../../state.ts'
import { endConsentId } from '../owner.ts'
import { batchOf, bytesOf, MOST_BYTES, MOST_RECORDS } from './batch.ts'
import type { Box } from './box.ts'
import { fateOf, isUnfit, reasonOf } from './fate-of.ts'
import type { Waiting } from './parcel.ts'
import type { Pauses } from './pause.ts'
import { type Answer, post, postLast } from './post.ts'
import { putBack } from './put-back.ts'

/** The way to one ledger. */
export interface Route {
  /** Sends what waits, oldest first and one request after another, until a failure. */
  pass(): Promise<void>
  /** Ends a request that would have a cookie written that may be out of date by now. */
  interrupt(): void
  /** Sends what is not under way, from a page that is left. */
  last(): void
}

/** What the ways share. */
export interface Tools {
  readonly box: Box
  readonly pauses: Pauses
  /** What waits for a ledger. */
  readonly waitingFor: (url: string) => readonly Waiting[]
  /** Reports once per page. */
  readonly tellOnce: (code: 'ledger-refused' | 'ledger-missing', subject: string) => void
  readonly isOver: () => boolean
}

/**
 * Opens the way to one ledger. A record is taken out once the ledger has said that it has this very one, or
 * never will.
 *
 * @param url Address of the ledger, with a slash at its end.
 */
export function createRoute(state: State, url: string, tools: Tools): Route {
  const { box, pauses, waitingFor, tellOnce, isOver } = tools
  let underWay: readonly Waiting[] = []
  let carrying: AbortController | undefined
  let carried: string | undefined
  let isLeaving = false

  const records = (): readonly Waiting[] => waitingFor(url).filter(({ record }) => record)

  // Elsewhere nobody can write this host's cookie.
  const inForceHere = (): string | undefined =>
    url.startsWith(`${location.origin}/`) ? state.running?.read()?.text : undefined
  /** Does what an answer says about one parcel; false while it has to wait on. */
  const settle = (parcel: Waiting, answer: Answer): boolean => {
    const { record, key, country, text } = parcel
    const fate = fateOf(parcel, answer)
    if (fate === 'kept' || !record) return false
    const isAskedFor = fate === 'text-missing' && text
    box.settle(
      key,
      isAskedFor ? { record: null, secret: '', cookie: '', country, text } : undefined,
    )
    if (fate === 'ended') endConsentId(record.consentId)
    if (fate === 'ended' || fate === 'refused')
      tellOnce('ledger-refused', reasonOf(answer, record.recordId))
    return true
  }
  const giveUp = (answer: Answer): number => {
    const { status = 0, retryAfterMs } = answer
    pauses.fail(url, retryAfterMs)
    // The others are about how the ledger or the page was set up, and somebody has to repair it.
    if (status >= 400 && status < 500 && ![408, 425, 429].includes(status))
      tellOnce('ledger-refused', `${url} ${reasonOf(answer)}`)
    return 0
  }
  /** Goes on after a request that did not settle everything; gives how many to send next. */
  const afterFailure = ([first, second]: readonly Waiting[], sent: number, answer: Answer) => {
    const isTooMuch = isUnfit(answer) || answer.status === 413
    if (isTooMuch && second) return Math.ceil(sent / 2)
    if (!first || !isUnfit(answer)) return giveUp(answer)
    // Nothing behind it would ever get through.
    box.settle(first.key)
    tellOnce('ledger-refused', reasonOf(answer))
    return MOST_RECORDS
  }
  /**
   * Sends one request.
   *
   * @returns How many records the next one may have; 0 ends the pass.
   */
  const sendBatch = async (most: number): Promise<number> => {
    const inForce = inForceHere()
    const { parcels, body } = batchOf(records(), { most, now: Date.now(), cookie: inForce })
    if (!parcels[0]) return 0
    underWay = parcels
    // A decision that is taken back meanwhile must not be written again behind the visitor's back.
    carrying = parcels.some(({ cookie }) => cookie === inForce) ? new AbortController() : undefined
    carried = inForce
    const signal = carrying?.signal
    const answer = await post(`${url}v1/records`, body, { keepalive: !signal, signal })
    underWay = []
    if (signal) await putBack(state, box.list())
    if (signal?.aborted) return most
    const left = parcels.filter((parcel) => !settle(parcel, answer))
    if (left[0]) return afterFailure(left, parcels.length, answer)
    pauses.end(url)
    return MOST_RECORDS
  }
  const sendText = async ({ key, text }: Waiting): Promise<void> => {
    const body = JSON.stringify({ text })
    const isSent = bytesOf(body) <= MOST_BYTES
    const answer = isSent
      ? await post(`${url}v1/texts`, body, { keepalive: true })
      : { status: 413 }
    const isKept = answer.status === 200 || answer.status === 201
    // One that is not wanted is no loss: its hash is in the record.
    if (isKept || [400, 404, 413].includes(answer.status ?? 0)) box.settle(key)
    else giveUp(answer)
  }
  const isOpen = (): boolean => !isLeaving && !isOver() && !pauses.left(url)
  return {
    async pass() {
      isLeaving = false
      let most = MOST_RECORDS
      while (most > 0 && isOpen()) most = await sendBatch(most)
      for (const parcel of waitingFor(url)) if (!parcel.record && isOpen()) await sendText(parcel)
    },
    interrupt() {
      if (carried !== inForceHere()) carrying?.abort()
    },
    last() {
      isLeaving = true
      const held = carrying ? [] : underWay
      carrying?.abort()
      const isHere = ({ key }: Waiting): boolean => !held.some((each) => each.key === key)
      const { parcels, body } = batchOf(records().filter(isHere), {
        most: MOST_RECORDS,
        now: Date.now(),
      })
      if (parcels[0] && !pauses.left(url)) postLast(`${url}v1/records`, body)
    },
  }
}
