import { readFileSync } from 'node:fs'
import type { Plugin } from 'rollup'

const source = 'packages/kelisim/src'
const dist = 'packages/kelisim/dist'

/** In the preferences' file Preact is lent, so that every part that needs it shares one. */
export const lentPreact: Plugin = {
  name: 'lent-preact',
  resolveId: (id) => (id === 'preact' ? `${process.cwd()}/${source}/tag/lent-preact.ts` : null),
}

/** The published hash is about every byte, and owners paste none around them. */
export const trimmed: Plugin = {
  name: 'trimmed',
  generateBundle(_, bundle) {
    for (const file of Object.values(bundle))
      if (file.type === 'chunk') file.code = file.code.trimEnd()
  },
}

/** `import text from 'built:instant.js'` gives the text of a file for pages that was built before. */
export const built: Plugin = {
  name: 'built',
  resolveId: (id) => (id.startsWith('built:') ? `\0${id}` : null),
  load(id) {
    const [, name] = id.split('\0built:')
    if (!name) return null
    return `export default ${JSON.stringify(readFileSync(`${dist}/browser/${name}`, 'utf8'))}`
  },
}
