import { addPartitions } from '../store/partitions.ts'
import { retain } from '../store/retention.ts'
import { sealLinks } from '../store/seal-links.ts'
import { before } from './duration.ts'
import type { Service } from './service.ts'

const AHEAD_DAYS = 60

/** What has to be done now and then: partitions, seals and retention. Several instances may do it at once. */
export async function maintain(
  {
    store,
    config,
    log,
    metrics,
    now,
  }: Pick<Service, 'store' | 'config' | 'log' | 'metrics' | 'now'>,
  isForced = false,
): Promise<void> {
  const time = now()
  await partition({ store, config, log, now })
  const seals = await sealLinks(store, time)
  // Kept elsewhere, the last hash proves that nothing before it was exchanged.
  for (const { number, count, hash } of seals) log.info({ seal: number, count, hash }, 'sealed')
  const removed = await retain(
    store,
    {
      endedBefore: before(time, config.keep),
      contextBefore: config.keepContext && before(time, config.keepContext),
      isForced,
    },
    time,
  )
  metrics.removed.inc({ reason: 'retention' }, removed.records)
  metrics.removed.inc({ reason: 'context-retention' }, removed.contexts)
  if (removed.records + removed.contexts > 0) log.info(removed, 'removed what was kept long enough')
}

/** Adds partitions; without one its records go to the rest, so a failure is no reason to stop. */
export async function partition({
  store,
  config,
  log,
  now,
}: Pick<Service, 'store' | 'config' | 'log' | 'now'>): Promise<void> {
  try {
    const plan = { days: config.partitionDays, ahead: AHEAD_DAYS }
    const partitions = await addPartitions(store, plan, now())
    if (partitions.length > 0) log.info({ partitions }, 'added partitions')
  } catch (error) {
    log.warn({ reason: (error as Error).message }, 'no partitions were added')
  }
}
