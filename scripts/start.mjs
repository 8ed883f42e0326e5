/** Builds the packages and serves the demo: `npm start`. */
import { spawn, spawnSync } from 'node:child_process'
import { installDependencies, pnpm, ROOT } from './bootstrap.mjs'

if (!installDependencies()) process.exit(1)

const [program, ...args] = pnpm('run', 'build')
const build = spawnSync(program, args, { cwd: ROOT, stdio: 'inherit' })
if (build.status !== 0) process.exit(1)

// Not through pnpm, so that signals reach the server itself.
const server = spawn(
  process.execPath,
  ['--import', 'tsx', 'scripts/demo/server.ts', ...process.argv.slice(2)],
  { cwd: ROOT, stdio: 'inherit' },
)
for (const signal of ['SIGHUP', 'SIGINT', 'SIGTERM']) {
  process.on(signal, () => server.kill(signal))
}
server.on('exit', (code) => {
  process.exitCode = code ?? 0
})
