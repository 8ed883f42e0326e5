import { spawnSync, type SpawnSyncOptions } from 'node:child_process'
import { chownSync, existsSync, readdirSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { startChild, type Child } from '../e2e/child.ts'
import { poll } from '../e2e/poll.ts'
import { makeTemporaryFolder } from '../e2e/temporary-folder.ts'

/** A PostgreSQL server of our own, on loopback, with its data in a temporary folder. */
export interface PostgresServer {
  readonly port: number
  /** Address of a database in it. */
  url(database?: string, user?: string): string
  /** Ends the server at once and starts it again on the same data. */
  restart(): Promise<void>
  stop(): Promise<void>
}

const VERSIONS = '/usr/lib/postgresql'

/** Folder of PostgreSQL's programs; Debian keeps one per version. */
export function findPostgres(): string | undefined {
  if (!existsSync(VERSIONS)) return undefined
  const versions = readdirSync(VERSIONS).sort((a, b) => Number(b) - Number(a))
  return versions
    .map((version) => join(VERSIONS, version, 'bin'))
    .find((bin) => existsSync(join(bin, 'initdb')))
}

/** Starts a server that really writes to the disk before it answers. */
export async function startPostgres(): Promise<PostgresServer> {
  const bin = findPostgres()
  if (!bin) throw new Error('PostgreSQL is missing: run "node scripts/bootstrap.mjs --postgres".')
  const owner = serverUser()
  const folder = await makeTemporaryFolder('postgres')
  if (owner) chownSync(folder.path, owner.uid, owner.gid)
  const data = join(folder.path, 'data')
  run(join(bin, 'initdb'), ['-D', data, '-U', 'owner', '-A', 'trust', '-E', 'UTF8'], owner)
  const port = await freePort()
  let child = await start()

  async function start(): Promise<Child> {
    const settings = ['fsync=on', 'synchronous_commit=on', `unix_socket_directories=${folder.path}`]
    const args = ['-D', data, '-h', '127.0.0.1', '-p', `${port}`]
    const server = startChild(
      join(bin ?? '', 'postgres'),
      [...args, ...settings.flatMap((setting) => ['-c', setting])],
      owner,
    )
    const isReady = () =>
      spawnSync(join(bin ?? '', 'pg_isready'), ['-h', '127.0.0.1', '-p', `${port}`]).status === 0
    await poll(
      async () => isReady(),
      20_000,
      () => 'PostgreSQL',
    )
    return server
  }

  return {
    port,
    url: (database = 'postgres', user = 'owner') =>
      `postgres://${user}@127.0.0.1:${port}/${database}`,
    async restart() {
      child.process.kill('SIGQUIT')
      await child.stop()
      child = await start()
    },
    async stop() {
      child.process.kill('SIGINT')
      await child.stop()
      await folder.remove()
    },
  }
}

// PostgreSQL refuses to run as root.
function serverUser(): { uid: number; gid: number } | Record<string, never> {
  if (process.getuid?.() !== 0) return {}
  const [uid, gid] = ['-u', '-g'].map((flag) =>
    Number(spawnSync('id', [flag, 'postgres'], { encoding: 'utf8' }).stdout),
  )
  return { uid: uid ?? 0, gid: gid ?? 0 }
}

function run(program: string, args: readonly string[], options: SpawnSyncOptions): void {
  const { status, stderr } = spawnSync(program, args, { encoding: 'utf8', ...options })
  if (status !== 0) throw new Error(`${program} failed: ${String(stderr)}`)
}

async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  await new Promise((resolve) => server.close(resolve))
  return typeof address === 'object' && address ? address.port : 0
}
