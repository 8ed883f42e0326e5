import { cpSync, readFileSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { checkShaking } from './check-shaking.ts'
import { onServer } from './on-server.ts'
import { publicApi } from './public-api.ts'
import { writeDocumented } from './write-documented.ts'
import { check, type Result, ROOT } from './run.ts'

const EXAMPLE = `${ROOT}examples/vite-module`
// Any program does for a browser here: it is not started.
const WITHOUT_DRIVER =
  'pnpm exec kelisim check https://example.kz --browser /bin/sh 2>&1 | grep "install --save-dev puppeteer-core"'
const LEFT_OUT = ['node_modules', 'dist']

/**
 * Installs the tarball in a Vite application outside the workspace, a copy of the example, and uses it
 * there: types, build, and imports on a server.
 */
export function checkApp(tarball: string, folder: string): readonly Result[] {
  const app = join(folder, 'app')
  cpSync(EXAMPLE, app, {
    recursive: true,
    filter: (source) => !LEFT_OUT.includes(basename(source)),
  })
  const file = join(app, 'package.json')
  const manifest = JSON.parse(readFileSync(file, 'utf8'))
  manifest.dependencies.kelisim = `file:${tarball}`
  writeFileSync(file, JSON.stringify(manifest))
  writeFileSync(join(app, 'src', 'public-api.ts'), publicApi)
  writeFileSync(join(app, 'on-server.mjs'), onServer)
  writeDocumented(app)

  // There is no lockfile here, and pnpm insists on one where it takes the machine for a CI.
  const alone = ['--ignore-workspace', '--no-frozen-lockfile', '--prefer-offline']
  const install = check('installs', app, 'pnpm', 'install', ...alone)
  if (install.fault !== undefined) return [install]
  const strict = ['--strict', '--exactOptionalPropertyTypes', '--skipLibCheck', 'false']
  return [
    install,
    check('types of the example and of the public API', app, 'pnpm', 'exec', 'tsc', ...strict),
    checkShaking(app),
    check('vite build', app, 'pnpm', 'exec', 'vite', 'build'),
    check('the command runs', app, 'pnpm', 'exec', 'kelisim', '--version'),
    check('the command asks for what drives a browser', app, 'sh', '-c', WITHOUT_DRIVER),
    check('import on a server', app, 'node', 'on-server.mjs'),
    check('the documented script of tables and archive', app, 'node', 'documented-check.mjs'),
    check('import for development', app, 'node', '--conditions=development', 'on-server.mjs'),
  ]
}
