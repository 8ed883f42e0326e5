import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { makeTemporaryFolder } from '../../../scripts/e2e/temporary-folder.ts'
import {
  findPostgres,
  type PostgresServer,
  startPostgres,
} from '../../../scripts/ledger/postgres.ts'
import { asOperator } from './ledger.ts'
import { deliver, exportedIds } from './outbox.ts'
import { type LedgerProcess, runCli, startProcess } from './process.ts'
import { itemOf, newVisitor } from './records.ts'
import { newDatabase } from './stores.ts'

const README = readFileSync(new URL('../README.md', import.meta.url), 'utf8')

/** The block of the README that contains a text. */
function guide(text: string): string {
  const blocks = [...README.matchAll(/```(?:sh|sql)\n(.*?)```/gs)].map(([, block = '']) => block)
  const found = blocks.filter((block) => block.includes(text))
  expect([text, found.length]).toEqual([text, 1])
  return found[0] ?? ''
}

/** Runs commands of the README in a folder, which has the backups too. */
function run(commands: string, folder: string, server?: PostgresServer): void {
  const env = {
    ...process.env,
    PATH: `${findPostgres()}:${process.env['PATH']}`,
    ...(server && { PGHOST: '127.0.0.1', PGPORT: `${server.port}`, PGUSER: 'owner' }),
  }
  const script = commands.replaceAll('/backup/', `${folder}/`)
  const { status, stderr } = spawnSync('sh', ['-ec', script], {
    cwd: folder,
    env,
    encoding: 'utf8',
  })
  if (status !== 0 || stderr) throw new Error(`${commands} failed: ${stderr}`)
}

const items = Array.from({ length: 20 }, () => itemOf(newVisitor()))
const ids = items.map(({ record }) => record.recordId)

/** Whether a ledger has exactly the records above, can prove them, knows them and goes on. */
async function isWhole({ url }: LedgerProcess): Promise<boolean> {
  const found = await exportedIds(url)
  const input = await (await fetch(`${url}/v1/export`, asOperator())).text()
  const { code } = await runCli(['verify'], { input })
  const again = await deliver(url, items.slice(0, 1))
  const next = await deliver(url, [itemOf(newVisitor())])
  return (
    found.sort().join() === [...ids].sort().join() &&
    code === 0 &&
    again.outcomes[0] === 'known' &&
    next.outcomes[0] === 'stored'
  )
}

test('restores SQLite from a backup by the commands of the guide', async () => {
  const database = await newDatabase('sqlite')
  const folder = dirname(database)
  const ledger = await startProcess(database)
  await deliver(ledger.url, items)
  run(guide('VACUUM INTO'), folder)
  // What comes after the backup is lost with the file.
  await deliver(ledger.url, [itemOf(newVisitor())])
  await ledger.end('SIGKILL')
  run(guide('rm -f ledger.db'), folder)
  expect(await isWhole(await startProcess(database))).toBe(true)
})

/** A server with the two logins of the README. */
async function serverOfTwoLogins(folder: string): Promise<PostgresServer> {
  const server = await startPostgres()
  afterAll(server.stop)
  const statements = guide('CREATE ROLE ledger_owner')
  run(
    `psql --quiet --dbname=postgres --set=ON_ERROR_STOP=1 <<'END'\n${statements}END`,
    folder,
    server,
  )
  return server
}
const serve = (server: PostgresServer) =>
  startProcess(server.url('consent', 'ledger_web'), [
    '--maintenance-database',
    server.url('consent', 'ledger_owner'),
  ])

test('restores PostgreSQL on another server by the commands of the guide', async () => {
  const { path, remove } = await makeTemporaryFolder('backup')
  afterAll(remove)
  const server = await serverOfTwoLogins(path)
  const ledger = await serve(server)
  await deliver(ledger.url, items)
  run(guide('pg_dump'), path, server)
  await ledger.end('SIGTERM')
  await server.stop()

  const other = await serverOfTwoLogins(path)
  run(guide('pg_restore'), path, other)
  expect(await isWhole(await serve(other))).toBe(true)
  // The wall between the logins is there again.
  const update = `UPDATE records SET event = 'refused'`
  const refused = () =>
    run(`psql --quiet --username=ledger_web --dbname=consent -c "${update}"`, path, other)
  expect(refused).toThrow(/permission denied for table records/)
})
