import { execFile } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { expect, test } from 'vitest'
import { engines } from './engines.ts'

const ROOT = fileURLToPath(new URL('../..', import.meta.url))

test.runIf(engines.includes('chromium'))(
  'the benchmark measures us and prints a table, and leaves the README alone',
  async () => {
    const words = ['scripts/bench/run.ts', '--rounds=1', '--rows=refusal', '--only=nobody']
    const run = promisify(execFile)
    const { stdout } = await run(process.execPath, ['--import', 'tsx', ...words], { cwd: ROOT })
    expect(stdout).toMatch(/^Measured on \d{4}-\d\d-\d\d with Chrom/)
    expect(stdout).toContain('| visible button ignores clicks, ms | 0 | ≤ 0 |')
  },
)
