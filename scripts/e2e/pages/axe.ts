import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { AxeResults } from 'axe-core'
import type { Site } from '../server.ts'
import type { Tab } from '../tab.ts'

/** Loads axe into a page whose site has it. */
export const AXE_TAG = '<script src="/axe.js"></script>'

/** Puts axe into a folder of a site; the address ends without a slash. */
export function serveAxe(site: Site, folder: string): void {
  const file = createRequire(import.meta.url).resolve('axe-core/axe.min.js')
  site.route(`${folder}/axe.js`, readFileSync(file, 'utf8'))
}

/**
 * Lists the rules that the page breaks, each with the elements that do.
 *
 * @param within Selector of the part to look at.
 */
export function violations(tab: Tab, within = 'html'): Promise<string[]> {
  return tab.evaluate(async (part) => {
    const { axe } = globalThis as unknown as { axe: { run(context: object): Promise<AxeResults> } }
    const results = await axe.run({ include: [part] })
    return results.violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html)}`)
  }, within)
}
