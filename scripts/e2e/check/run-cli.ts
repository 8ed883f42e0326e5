import { execFile } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import type { Site } from '../server.ts'

const BIN = fileURLToPath(new URL('../../../packages/kelisim/bin/kelisim.js', import.meta.url))

/** What a command has printed, and its exit code. */
export interface Outcome {
  readonly code: number
  readonly stdout: string
  readonly stderr: string
}

/** Runs `npx kelisim`, as it was built, with these words. */
export function runCli(
  words: readonly string[],
  environment: Readonly<Record<string, string>> = {},
): Promise<Outcome> {
  return new Promise((resolve) => {
    const env = { PATH: process.env['PATH'] ?? '', ...environment }
    execFile(process.execPath, [BIN, ...words], { env }, (error, stdout, stderr) =>
      resolve({ code: error ? Number(error.code) : 0, stdout, stderr }),
    )
  })
}

/** Words that send a check's browser to the site of the tests. */
export const throughSite = ({ proxy }: Site): string[] => [
  '--proxy',
  proxy,
  '--insecure',
  '--no-sandbox',
  '--wait',
  '300',
]

/** The findings of a report in JSON, one line each. */
export function findingsOf(stdout: string): string[] {
  const { findings } = JSON.parse(stdout) as {
    findings: readonly { code: string; subject: string; service?: string }[]
  }
  return findings.map(({ code, subject, service }) => [code, subject, service ?? '-'].join(' '))
}
