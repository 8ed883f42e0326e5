/**
 * Ten-minute benchmark: real Chromium, a slow phone on a slow network, everything from loopback.
 *
 *     pnpm bench:smoke                    seven rounds
 *     pnpm bench:smoke --rounds=3 --only=snippet,vanilla
 *
 * Rounds are interleaved, so that a noisy neighbour disturbs all subjects alike. What counts is the
 * ratio between subjects of one run, not a number of milliseconds.
 */
import { loadavg } from 'node:os'
import { parseArgs } from 'node:util'
import { type Browser, launch } from 'puppeteer-core'
import { findProgram } from '../../e2e/find-program.ts'
import { serve } from './serve.ts'
import { pathOf, RIVAL, smokeFiles, smokeSubjects, type Subject } from './subjects.ts'
import { best, median, over, type Row, table, waterfall } from './table.ts'
import { measure, measureBare, type Measured } from './visit.ts'

const { values } = parseArgs({
  // A runner of scripts may pass its own separator on.
  args: process.argv.slice(2).filter((word) => word !== '--'),
  options: { rounds: { type: 'string', default: '7' }, only: { type: 'string', default: '' } },
})
const rounds = Number(values.rounds)
const only = values.only.split(',')
const subjects = (await smokeSubjects()).filter(
  ({ name, isBare }) => isBare || name === RIVAL || only.some((word) => name.includes(word)),
)
const server = await serve(await smokeFiles(subjects))
const browser = await launch({
  executablePath: findProgram(['/usr/bin/chromium', '/usr/bin/google-chrome'], 'chromium'),
  args: [
    '--no-sandbox',
    '--no-first-run',
    '--disable-background-networking',
    '--disable-component-update',
    '--ignore-certificate-errors',
    // The rival asks no robot.
    '--disable-blink-features=AutomationControlled',
    `--host-resolver-rules=MAP *.example 127.0.0.1:${server.port}`,
  ],
})
try {
  report(await run(browser))
} finally {
  await browser.close()
  await server.close()
}

async function run(chromium: Browser): Promise<readonly Row[]> {
  const results = new Map<Subject, Partial<Measured>[]>(subjects.map((subject) => [subject, []]))
  const look = (subject: Subject) =>
    (subject.isBare ? measureBare : measure)(chromium, pathOf(subjects, subject))
  // Everybody has to work, and the browser to be warm, before anything counts.
  for (const subject of subjects) await look(subject)
  for (let round = 0; round < rounds; round += 1) {
    // Another one is first in each round.
    for (let turn = 0; turn < subjects.length; turn += 1) {
      const subject = subjects[(round + turn) % subjects.length] as Subject
      results.get(subject)?.push(await look(subject))
    }
    console.error(`round ${round + 1} of ${rounds}, load ${loadavg()[0]?.toFixed(1)}`)
  }
  return [...results].map(([{ name }, all]) => ({ name, rounds: all }))
}

function report(rows: readonly Row[]): void {
  const [bare] = rows
  const rival = rows.find(({ name }) => name === RIVAL)
  if (!bare || !rival) throw new Error('The page alone and the rival have to be measured, too.')
  console.log(`Chromium, Slow 4G, 4x CPU, ${rounds} rounds; in brackets: ratio to ${RIVAL}`)
  for (const [title, pick] of [
    ['Medians', median],
    ['Best of all rounds', best],
  ] as const) {
    const paint = over(bare, 'firstPaintMs', pick)?.toFixed(0)
    console.log(`\n${title}; first paint of the page alone: ${paint} ms\n`)
    console.log(table(rows, { bare, rival }, pick))
  }
  for (const visit of ['fetched', 'returnFetched'] as const) {
    const title = visit === 'fetched' ? 'First visit' : 'Returning visit'
    console.log(`\n${title}, asked for ... had come:`)
    for (const row of rows) if (row !== bare) console.log(waterfall(row, visit))
  }
}
