import { cpus, loadavg, totalmem } from 'node:os'

/** Says when and on what a run was made, in a sentence for the reader of the table. */
export function describeRun(browser: string, rounds: number, at: Date): string {
  const [{ model = 'unknown processor' } = {}, ...others] = cpus()
  const load = Math.max(...loadavg())
  const cores = others.length + 1
  const busy = load > cores ? `, while the machine was busy (load ${load.toFixed(1)})` : ''
  const memory = Math.round(totalmem() / 2 ** 30)
  return (
    `Measured on ${at.toISOString().slice(0, 10)} with ${browser} on ${cores} cores of ` +
    `${model.trim()}, ${memory} GB, ${process.platform}; medians of ${rounds} rounds${busy}.`
  )
}
