import type { HttpBindings } from '@hono/node-server'
import { Hono } from 'hono'
import { methodNotAllowed } from 'hono/method-not-allowed'
import { routePath } from 'hono/route'
import { secureHeaders } from 'hono/secure-headers'
import { sql } from 'kysely'
import { BadInput } from '../record/bad-input.ts'
import type { Service } from '../service/service.ts'
import { answerError } from './answer-error.ts'
import { createLimits } from './limits.ts'
import { openapi } from './openapi.ts'
import { operatorRoutes } from './operator-routes.ts'
import { preflight } from './origin.ts'
import { visitorRoutes } from './visitor-routes.ts'

/** Puts the routes together. */
export function createApp(service: Service): Hono {
  const { config, store, metrics } = service
  const app = new Hono()
  app.onError((error, context) => answerError(error, context, service.log))
  app.notFound((context) =>
    answerError(new BadInput(404, 'not-found', 'There is nothing here.'), context, service.log),
  )
  app.use(async (context, next) => {
    const end = metrics.requests.startTimer()
    await next()
    // The pattern, never the path: ids of visitors are no labels.
    const route = routePath(context, -1)
    end({ method: context.req.method, route, status: context.res.status })
  })
  app.use((context, next) => {
    const { incoming } = context.env as Partial<HttpBindings>
    if ((incoming?.rawHeaders.length ?? 0) <= 2 * MOST_HEADERS) return next()
    throw new BadInput(431, 'too-many-headers', `Send ${MOST_HEADERS} headers at most.`)
  })
  app.use(STRICT_HEADERS, async (context, next) => {
    await next()
    context.header('cache-control', 'no-store')
  })
  app.use(methodNotAllowed({ app }))
  app.options('/v1/records', (context) => preflight(context, config.origins))
  app.options('/v1/records/:consentId', (context) => preflight(context, config.origins))
  app.options('/v1/texts', (context) => preflight(context, config.origins))

  app.get('/healthz', (context) => context.json({ status: 'alive' }))
  app.get('/readyz', async (context) => {
    await sql`SELECT 1 FROM schema_versions`.execute(store.serving)
    return context.json({ status: 'ready' })
  })
  app.get('/v1/openapi.json', (context) => context.json(openapi))
  app.route('/', visitorRoutes(service, createLimits(config.limitPerAddress, config.limitPerSite)))
  app.route('/', operatorRoutes(service))
  return app
}

const MOST_HEADERS = 100
const STRICT_HEADERS = secureHeaders({
  contentSecurityPolicy: { defaultSrc: ["'none'"], frameAncestors: ["'none'"] },
  referrerPolicy: 'no-referrer',
  // A page of ours names what it needs itself.
  overwrite: false,
  // Under a path of the page's own host it would be said for the whole host; that is its owner's decision.
  strictTransportSecurity: false,
})
