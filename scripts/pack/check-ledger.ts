import { spawn } from 'node:child_process'
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { ALONE, checkInstallScripts } from './check-supply.ts'
import { pack } from './pack.ts'
import { check, type Result, run } from './run.ts'

/**
 * Installs the ledger's tarball in an empty folder, without any install script, so without a compiler, and starts
 * it there.
 *
 * @param folder Is made.
 */
export async function checkLedger(folder: string): Promise<readonly Result[]> {
  mkdirSync(folder)
  const tarball = pack('ledger', folder)
  const app = join(folder, 'app')
  mkdirSync(app)
  const dependencies = { '@kelisim/ledger': `file:${tarball}` }
  writeFileSync(join(app, 'package.json'), JSON.stringify({ private: true, dependencies }))
  const install = check('ledger: installs', app, 'pnpm', ...ALONE)
  if (install.fault !== undefined) return [install]
  return [
    install,
    checkInstallScripts(app, '@kelisim/ledger'),
    checkContents(tarball),
    await checkStart(app),
  ]
}

function checkContents(tarball: string): Result {
  const { output } = run('.', 'tar', '-tzf', tarball)
  const wanted = [
    'dist/cli.js',
    'dist/index.d.ts',
    'dist/admin/admin.js',
    'dist/admin/admin.css',
    'dist/admin/LICENSES.txt',
    'README.md',
    'API.md',
    'deploy/Dockerfile',
    'LICENSE',
  ]
  const missing = wanted.filter((file) => !output.includes(`package/${file}\n`))
  return {
    name: 'ledger: contents',
    fault: missing.length > 0 ? `missing: ${missing.join(', ')}` : undefined,
  }
}

/** Starts the command with its own defaults, and asks whether it is ready and has the operator's page. */
async function checkStart(app: string): Promise<Result> {
  const command = join(app, 'node_modules/.bin/kelisim-ledger')
  const child = spawn(command, ['--port', '0', '--origin', 'https://shop.kz'], { cwd: app })
  try {
    for await (const line of createInterface({ input: child.stdout })) {
      const { port } = JSON.parse(line) as { port?: number }
      if (!port) continue
      const faults = ['/readyz', '/admin/admin.js'].map(async (path) => {
        const { ok, status } = await fetch(`http://127.0.0.1:${port}${path}`)
        return ok ? undefined : `${path} answers ${status}`
      })
      return { name: 'ledger: starts', fault: (await Promise.all(faults)).find(Boolean) }
    }
    return { name: 'ledger: starts', fault: `${String(child.stderr.read())}` }
  } finally {
    child.kill()
  }
}
