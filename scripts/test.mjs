/**
 * Runs all checks: `npm test`, or some of them: `npm test -- unit`, `npm test -- e2e chromium`.
 *
 * Words that are neither a stage nor an engine narrow the test files: `npm test -- unit record`.
 */
import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { installBrowsers, installDependencies, installPostgres, pnpm, ROOT } from './bootstrap.mjs'

/**
 * In order of running. `script` is one of `package.json`; vitest counts its own tests. What is long runs by
 * name or in `npm run test:long`.
 */
const STAGES = [
  { name: 'lint', script: 'test:lint' },
  { name: 'types', script: 'test:types' },
  { name: 'unit', script: 'test:unit', isVitest: true },
  { name: 'ledger', script: 'test:ledger', isVitest: true },
  { name: 'build', script: 'build' },
  { name: 'size', script: 'test:size', needsBuild: true },
  { name: 'package', script: 'test:package', needsBuild: true },
  { name: 'e2e', script: 'test:e2e', needsBuild: true, isVitest: true },
  { name: 'reproducible', script: 'check:reproducible', needsBuild: true, isLong: true },
  { name: 'mutation', script: 'test:mutation', isLong: true },
]
const ENGINES = ['chromium', 'firefox', 'webkit']
const BUILT = join(ROOT, 'packages/kelisim/dist')
const isCi = Boolean(process.env.CI)
const isLongRun = Boolean(process.env.KELISIM_LONG)

const words = process.argv.slice(2)
const engines = words.filter((word) => ENGINES.includes(word))
const filters = words.filter((word) => !engines.includes(word) && !stageNamed(word))
const reports = mkdtempSync(join(tmpdir(), 'kelisim-reports-'))

process.exitCode = main() ? 0 : 1

function main() {
  const results = installDependencies() ? runStages(chooseStages()) : [failure('dependencies')]
  rmSync(reports, { recursive: true, force: true })
  const passed = sum(results, 'passed')
  const failed = sum(results, 'failed')
  console.log('')
  for (const result of results) console.log(describe(result))
  console.log(`\n${passed} passed, ${failed} failed`)
  return failed === 0 && passed > 0
}

function stageNamed(name) {
  return STAGES.find((stage) => stage.name === name)
}

function chooseStages() {
  const chosen = STAGES.filter(({ name }) => words.includes(name))
  if (chosen.length === 0) return STAGES.filter((stage) => isLongRun || !stage.isLong)
  const lacksBuild = chosen.some(({ needsBuild }) => needsBuild) && !existsSync(BUILT)
  if (!lacksBuild || chosen.includes(stageNamed('build'))) return chosen
  return STAGES.filter((stage) => chosen.includes(stage) || stage.name === 'build')
}

function runStages(stages) {
  const results = []
  for (const stage of stages) {
    const hasBuildFailed = results.some(({ name, failed }) => name === 'build' && failed > 0)
    if (stage.needsBuild && hasBuildFailed) results.push(failure(stage.name, 'nothing was built'))
    else results.push(runStage(stage))
  }
  return results
}

function runStage(stage) {
  console.log(`\n--- ${stage.name} ---`)
  // A continuous integration machine is bare and ours; a person's own machine is not.
  if (stage.name === 'e2e' && isCi && !installBrowsers()) return failure(stage.name, 'no browsers')
  if (stage.name === 'ledger' && isCi && !installPostgres())
    return failure(stage.name, 'no PostgreSQL')
  const started = Date.now()
  const report = join(reports, `${stage.name}.json`)
  const args = stage.isVitest ? [...vitestArgs(report), ...filters] : []
  const [program, ...rest] = pnpm('run', stage.script, ...args)
  const env = engines.length > 0 ? { KELISIM_ENGINES: engines.join(',') } : {}
  const { status } = spawnSync(program, rest, {
    cwd: ROOT,
    env: { ...process.env, ...env },
    stdio: 'inherit',
  })
  const counts = stage.isVitest ? countTests(report, status) : countCheck(status)
  return { name: stage.name, seconds: (Date.now() - started) / 1000, ...counts }
}

function vitestArgs(report) {
  return ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`]
}

function countCheck(status) {
  return status === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 }
}

function countTests(report, status) {
  if (!existsSync(report)) return { passed: 0, failed: 1, note: 'no report was written' }
  const { numPassedTests, numFailedTests, numPendingTests, numTodoTests, testResults } = JSON.parse(
    readFileSync(report, 'utf8'),
  )
  const skipped = numPendingTests + numTodoTests
  // A file that breaks before its tests run has no failed test, yet it failed.
  const broken = testResults.filter(isBroken).length
  const counted = numFailedTests + broken + (isCi ? skipped : 0)
  const isHiddenFailure = status !== 0 || numPassedTests === 0
  const failed = counted === 0 && isHiddenFailure ? 1 : counted
  return { passed: numPassedTests, failed, ...(skipped > 0 && { note: `${skipped} skipped` }) }
}

function isBroken({ status, assertionResults }) {
  return status === 'failed' && assertionResults.every((result) => result.status !== 'failed')
}

function failure(name, note = 'could not be installed') {
  return { name, seconds: 0, passed: 0, failed: 1, note }
}

function sum(results, field) {
  return results.reduce((total, result) => total + result[field], 0)
}

function describe({ name, seconds, passed, failed, note }) {
  const tail = note ? ` (${note})` : ''
  return `${name.padEnd(12)} ${seconds.toFixed(1).padStart(6)} s  ${passed} passed, ${failed} failed${tail}`
}
