import { readFile } from 'node:fs/promises'
import { Hono } from 'hono'
import { ADMIN_FOLDER } from '../admin-folder.ts'

const FILES = [
  { name: 'admin.js', type: 'text/javascript; charset=utf-8' },
  { name: 'admin.css', type: 'text/css; charset=utf-8' },
] as const

const HTML = `<!doctype html>
<html lang="ru">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <meta name="robots" content="noindex">
    <title>Kelisim</title>
    <link rel="stylesheet" href="admin.css">
    <script type="module" src="admin.js"></script>
  </head>
  <body></body>
</html>
`
/**
 * Nothing inline, nothing from elsewhere, no form that a browser sends, and no text that becomes markup or script:
 * records are written by strangers.
 */
const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
  "require-trusted-types-for 'script'",
  "trusted-types 'none'",
].join('; ')

/** The operator's page. It holds no data: what it shows, it asks the API for with the operator's token. */
export function adminRoutes(): Hono {
  const app = new Hono()
  // Relative, because a proxy may have taken a prefix off the path.
  app.get('/admin', (context) => context.redirect('admin/', 308))
  app.get('/admin/', (context) => {
    context.header('content-security-policy', POLICY)
    return context.html(HTML)
  })
  for (const { name, type } of FILES)
    app.get(`/admin/${name}`, async (context) => {
      const file = await readFile(new URL(name, ADMIN_FOLDER)).catch(() => null)
      if (!file) return context.notFound()
      context.header('content-type', type)
      return context.body(new Uint8Array(file))
    })
  return app
}
