import { createServer, type Server } from 'node:http'
import { setTimeout as sleep } from 'node:timers/promises'
import { serve } from '@hono/node-server'
import type { Logger } from 'pino'
import { createApp } from '../http/app.ts'
import { append } from '../store/append.ts'
import { assertAppendOnly, assertDurable } from '../store/assert-settings.ts'
import { coalesce } from '../store/coalesce.ts'
import { migrate } from '../store/migrate.ts'
import { openStore } from '../store/open.ts'
import { retryClashes } from '../store/retry.ts'
import { sealedUntil } from '../store/seal-links.ts'
import type { Store } from '../store/tables.ts'
import type { Config } from './config.ts'
import { maintain, partition } from './maintain.ts'
import { createMetrics } from './metrics.ts'
import type { Service } from './service.ts'

/** A ledger that answers. */
export interface RunningLedger {
  readonly port: number
  readonly service: Service
  /** Takes no more requests, answers those under way, and closes the store. */
  stop(): Promise<void>
}

const MAINTENANCE_MS = 6e5
const GRACE_MS = 6000
const STOP_MS = 2000
const STRICT_SERVER = {
  maxHeaderSize: 8192,
  headersTimeout: 5000,
  requestTimeout: 10_000,
  connectionsCheckingInterval: 1000,
  keepAliveTimeout: 20_000,
}

/** Opens the store, brings it up to date and answers requests. */
export async function startLedger(
  config: Config,
  log: Logger,
  now: () => number = Date.now,
): Promise<RunningLedger> {
  const store = openStore(config)
  try {
    await migrate(store)
    await assertDurable(store)
    await assertAppendOnly(store)
    await partition({ store, config, log, now })
    return await listen(store, config, { log, now })
  } catch (error) {
    await store.close()
    throw error
  }
}

async function listen(
  store: Store,
  config: Config,
  { log, now }: Pick<Service, 'log' | 'now'>,
): Promise<RunningLedger> {
  let sealed = await sealedUntil(store.serving)
  const service: Service = {
    config,
    store,
    log,
    now,
    metrics: createMetrics(),
    sealedUntil: () => sealed,
    write: coalesce(
      (writings) => retryClashes((isAgain) => append(store.serving, writings, isAgain)),
      // SQLite writes one at a time.
      {
        lanes: store.kind === 'sqlite' ? 1 : Math.min(4, config.connections),
        most: 100,
        waiting: 5000,
      },
    ),
  }
  const stopMaintenance = repeat(async () => {
    await maintain(service)
    sealed = await sealedUntil(store.serving)
  }, service)
  const server = serve({
    fetch: createApp(service).fetch,
    hostname: config.host,
    port: config.port,
    createServer,
    serverOptions: STRICT_SERVER,
  }) as Server
  await new Promise<void>((resolve, reject) => {
    server.once('listening', resolve)
    server.once('error', reject)
  })
  const address = server.address()
  const port = typeof address === 'object' && address ? address.port : config.port
  log.info({ host: config.host, port, database: store.kind, origins: config.origins }, 'listening')
  return {
    port,
    service,
    async stop() {
      await stopMaintenance()
      await close(server)
      await store.close()
      log.info('stopped')
    },
  }
}

/** Does something now and then again and again, one at a time. */
function repeat(work: () => Promise<void>, { log }: Pick<Service, 'log'>): () => Promise<void> {
  let timer: NodeJS.Timeout | undefined
  let running: Promise<void> = Promise.resolve()
  let isStopped = false
  const run = () => {
    running = work().catch((error: unknown) => {
      log.error({ reason: (error as Error).message }, 'maintenance failed')
    })
    void running.then(() => {
      if (!isStopped) timer = setTimeout(run, MAINTENANCE_MS)
    })
  }
  run()
  return async () => {
    isStopped = true
    clearTimeout(timer)
    // A long retention goes on where it was the next time.
    await Promise.race([running, sleep(STOP_MS, undefined, { ref: false })])
  }
}

async function close(server: Server): Promise<void> {
  const closed = new Promise<void>((resolve) => server.close(() => resolve()))
  // Connections that were answered meanwhile would be kept open for the next request.
  const softly = setInterval(() => server.closeIdleConnections(), 50)
  const firmly = setTimeout(() => server.closeAllConnections(), GRACE_MS)
  await closed
  clearInterval(softly)
  clearTimeout(firmly)
}
