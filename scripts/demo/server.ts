/**
 * Serves the demo: `npm start`. A number takes another port, a word another example of plain files:
 * `npm start -- spa-late-content 8080`.
 */
import { startDemo } from './demo.ts'

const words = process.argv.slice(2)
const port = words.find((word) => /^\d+$/.test(word)) ?? 4173
const example = words.find((word) => /^[a-z]/.test(word)) ?? 'plain-html'
const demo = await startDemo(example, Number(port))

console.log(`
  Kelisim demo: ${demo.url}
  Studio, to set up your own: ${demo.url}studio/
  The third party that it must not call before consent: ${demo.thirdParty}
  Stop with Ctrl+C.
`)
