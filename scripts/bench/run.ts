/**
 * Benchmark: real Chromium, a slow phone on a slow network, everything from loopback.
 *
 *     pnpm bench                                   all of it, in about ten minutes; writes the README's table
 *     pnpm bench --rounds=1 --only=kelisim,vanilla a look; prints the table
 *     pnpm bench --rows=many,rest                  some parts of it (see measures/parts.ts)
 *     pnpm bench --json=before.json --waterfall    keeps the medians; shows when files came
 *
 * Rounds are interleaved, so that a noisy neighbour disturbs all subjects alike. What counts is the
 * ratio between subjects of one run, not a number of milliseconds.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { loadavg } from 'node:os'
import { parseArgs } from 'node:util'
import { launch } from 'puppeteer-core'
import { ADDRESS_BAR_PAGES } from '../e2e/chromium.ts'
import { findProgram } from '../e2e/find-program.ts'
import { describeRun } from './conditions.ts'
import { pathOf, servedFiles } from './files.ts'
import { type Part, PARTS } from './measures/parts.ts'
import { putBetweenMarks } from './readme.ts'
import { runRounds } from './rounds.ts'
import { serve } from './serve.ts'
import { medians } from './statistics.ts'
import { allSubjects, YARDSTICK } from './subjects.ts'
import { table } from './table.ts'
import { fieldOf } from './verdict.ts'
import { waterfalls } from './waterfall.ts'

const { values } = parseArgs({
  // A runner of scripts may pass its own separator on.
  args: process.argv.slice(2).filter((word) => word !== '--'),
  options: {
    rounds: { type: 'string', default: '5' },
    only: { type: 'string', default: '' },
    rows: { type: 'string', default: Object.keys(PARTS).join() },
    json: { type: 'string' },
    waterfall: { type: 'boolean', default: false },
  },
})
const rounds = Number(values.rounds)
const words = values.only.split(',')
// The page alone and our recommended form are what everything is related to.
const subjects = (await allSubjects()).filter(
  ({ name }, index) => index < 2 || words.some((word) => name.includes(word)),
)
const parts = values.rows.split(',').map(partNamed)
const server = await serve(await servedFiles(subjects))
const browser = await launch({
  // Longer than a visit is waited for, so that a failure says which.
  protocolTimeout: 90_000,
  executablePath: findProgram(['/usr/bin/chromium', '/usr/bin/google-chrome'], 'chromium'),
  args: [
    '--no-sandbox',
    '--no-first-run',
    '--disable-background-networking',
    '--disable-component-update',
    `--disable-features=${ADDRESS_BAR_PAGES}`,
    '--ignore-certificate-errors',
    // Some ask no robot.
    '--disable-blink-features=AutomationControlled',
    `--host-resolver-rules=MAP *.example 127.0.0.1:${server.port}`,
  ],
})
try {
  const patients = subjects.map((subject) => ({
    browser,
    controls: subject.controls,
    path: (gatedCount: number) => pathOf(subjects, subject, gatedCount),
  }))
  const found = await runRounds({ patients, parts, rounds }, (round) =>
    console.error(`${round || 'warm-up'} of ${rounds} rounds, load ${loadavg()[0]?.toFixed(1)}`),
  )
  const results = subjects.map(({ name, short, kind }, index) => ({
    name,
    short,
    kind,
    sample: medians(found[index]?.map(({ sample }) => sample) ?? []),
  }))
  const text = [
    describeRun(await browser.version(), rounds, new Date()),
    table(results, fieldOf(results, YARDSTICK)),
  ].join('\n\n')
  console.log(text)
  if (values.json) writeFileSync(values.json, JSON.stringify(results, null, 2))
  const names = subjects.map(({ name }) => name)
  if (values.waterfall) console.log(`\n${waterfalls(names, found)}`)
  // Only a whole run is worth keeping.
  const isWhole = ['--rounds', '--only', '--rows'].every(
    (option) => !process.argv.some((word) => word.startsWith(option)),
  )
  if (isWhole) writeFileSync('README.md', putBetweenMarks(readFileSync('README.md', 'utf8'), text))
} finally {
  await browser.close()
  await server.close()
}

function partNamed(name: string): Part {
  const part = PARTS[name]
  if (part) return part
  throw new Error(`--rows=${name}: there is no such part. Known: ${Object.keys(PARTS).join(', ')}.`)
}
