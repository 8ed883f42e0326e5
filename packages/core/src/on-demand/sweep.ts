import { TIMEOUT_MS } from '../gate/external-script.ts'
import type { Left } from '../gate/gate-ports.ts'
import type { State } from '../state.ts'
import { keepSweeping } from './keep-sweeping.ts'

/**
 * Sees to what is left of services that are not allowed: waits until they have stopped, sweeps what they
 * keep, and then offers a reload where one is needed. Also at the start, for what earlier pages have left.
 *
 * @param left What has just been closed on this page.
 */
export async function cleanUp(state: State, left: readonly Left[]): Promise<void> {
  const { options, running } = state
  await Promise.all(left.map((each) => stopOrGiveUp(each, state)))
  // The instance may have been destroyed meanwhile.
  if (!running || running !== state.running || options.preview) return
  const sweeping = (running.sweeping ??= { told: new Set(), pending: new Set(), isLasting: false })
  sweeping.isLasting ||= left.length > 0
  const kept = await keepSweeping(state, running, sweeping)
  sweeping.stopOffering?.()
  if (running !== state.running || options.reload === 'never') return
  // A database that is held open goes with the page.
  const isHeld = left.length > 0 && kept.some((name) => name.startsWith('idb '))
  if (isHeld || left.some(needsReload)) sweeping.stopOffering = offerReload(state)
}

async function stopOrGiveUp(left: Left, { report }: State): Promise<void> {
  if (!('service' in left)) return
  const { id, timeoutMs = TIMEOUT_MS } = left.service
  let timer: ReturnType<typeof setTimeout> | undefined
  const late = new Promise<void>((giveUp) => {
    timer = setTimeout(() => giveUp(report('service-timeout', id)), timeoutMs)
  })
  await Promise.race([left.stopped, late])
  clearTimeout(timer)
}

function needsReload(left: Left): boolean {
  return !('service' in left) || !left.service.stop || !!left.service.needsReload
}

/** Offers it once nothing else of ours is on the screen. */
function offerReload({ $view }: State): () => void {
  const offer = (): void => {
    if ($view.get() !== 'none') return
    undo()
    $view.set('reload')
  }
  const undo = $view.listen(offer)
  offer()
  return undo
}
