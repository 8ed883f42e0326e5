import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { AxeResults } from 'axe-core'
import type { Site } from '../server.ts'
import type { Tab } from '../tab.ts'

/** Loads axe into a page whose site has it. */
export const AXE_TAG = '<script src="/axe.js"></script>'

/** Puts axe on a site. */
export function serveAxe(site: Site, origin: string): void {
  const file = createRequire(import.meta.url).resolve('axe-core/axe.min.js')
  site.route(`${origin}/axe.js`, readFileSync(file, 'utf8'))
}

/** Lists the rules that the page breaks, each with the elements that do. */
export function violations(tab: Tab): Promise<string[]> {
  return tab.evaluate(async () => {
    const { axe } = globalThis as unknown as { axe: { run(): Promise<AxeResults> } }
    const results = await axe.run()
    return results.violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html)}`)
  })
}
