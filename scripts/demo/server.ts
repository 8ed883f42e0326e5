/**
 * Serves the demo: `npm start`. A number takes another port, a word another example of plain files:
 * `npm start -- spa-late-content 8080`.
 */
import { startDemo } from './demo.ts'

const words = process.argv.slice(2)
const port = words.find((word) => /^\d+$/.test(word)) ?? 4173
const example = words.find((word) => /^[a-z]/.test(word)) ?? 'plain-html'
const demo = await startDemo(example, Number(port))

const ledger = `The operator's page of its ledger: ${demo.url}ledger/admin/
  The token that opens it: ${demo.token}
  `

console.log(`
  Kelisim demo: ${demo.url}
  Studio, to set up your own: ${demo.url}studio/
  The third party that it must not call before consent: ${demo.thirdParty}
  ${demo.token ? ledger : ''}Stop with Ctrl+C.
`)
// The terminal and the process above may both send one.
let closing: Promise<unknown> | undefined
for (const signal of ['SIGHUP', 'SIGINT', 'SIGTERM'])
  process.on(signal, () => {
    closing ??= demo.close().finally(() => process.exit())
  })
