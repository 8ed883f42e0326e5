import type { Findings } from './measures/measure.ts'
import type { Fetched } from './probe.ts'
import { median } from './statistics.ts'

/** Writes when the files of each subject came, on the first and on the returning visit. */
export function waterfalls(
  names: readonly string[],
  found: readonly (readonly Findings[])[],
): string {
  const visits = ['first', 'again'] as const
  return visits
    .flatMap((visit) =>
      names.map((name, index) => {
        const rounds = found[index]?.flatMap(({ fetched }) => (fetched ? [fetched[visit]] : []))
        return `${visit} visit, ${name}: asked for ... had come\n${waterfall(rounds ?? [])}`
      }),
    )
    .join('\n\n')
}

/** Writes when each file was asked for and had come, by medians over the rounds. */
export function waterfall(rounds: readonly (readonly Fetched[])[]): string {
  const fetched = rounds.flat()
  return [...new Set(fetched.map(({ path }) => path))]
    .map((path) => {
      const same = fetched.filter((file) => file.path === path)
      const [start, end] = [same.map((it) => it.startMs), same.map((it) => it.endMs)].map((times) =>
        median(times).toFixed(0).padStart(5),
      )
      return `  ${path.padEnd(40)} ${start} ... ${end} ms`
    })
    .join('\n')
}
