/** The three browser engines every journey is run in. */
export type Engine = 'chromium' | 'firefox' | 'webkit'

const ALL: readonly Engine[] = ['chromium', 'firefox', 'webkit']

/** Engines to run in: the comma-separated list in `KELISIM_ENGINES`, else all three. */
export const engines: readonly Engine[] = readEngines(process.env['KELISIM_ENGINES'])

/** Engines for slow files: the first of these, and all of them in `npm run test:long`. */
export const quickEngines: readonly Engine[] = process.env['KELISIM_LONG']
  ? engines
  : engines.slice(0, 1)

function readEngines(list: string | undefined): readonly Engine[] {
  if (!list) return ALL
  return list.split(',').map((name) => {
    const engine = ALL.find((known) => known === name.trim())
    if (engine) return engine
    throw new Error(`KELISIM_ENGINES names "${name}". Use some of ${ALL.join(', ')}.`)
  })
}
