import { readFile } from 'node:fs/promises'
import { basename, dirname, resolve } from 'node:path'
import { transform } from 'lightningcss'
import type { Plugin } from 'rollup'

const SUFFIX = '.css?inline'

// Eight bits each for major, minor and patch, as lightningcss wants them.
const version = (major: number, minor = 0) => (major << 16) | (minor << 8)

const TARGETS = {
  safari: version(16, 4),
  ios_saf: version(16, 4),
  chrome: version(150),
  edge: version(150),
  firefox: version(150),
}

/** Minifies a stylesheet for the browsers we support. */
export function minifyCss(code: string, filename: string): string {
  const options = { filename, code: Buffer.from(code), minify: true, targets: TARGETS }
  return transform(options).code.toString()
}

/** Rollup plugin: `import css from './notice.css?inline'` gives the minified text of the stylesheet. */
export function cssText(): Plugin {
  return {
    name: 'css-text',
    resolveId(source, importer) {
      if (!source.endsWith(SUFFIX) || !importer) return null
      return resolve(dirname(importer), source)
    },
    async load(id) {
      if (!id.endsWith(SUFFIX)) return null
      const file = id.slice(0, -'?inline'.length)
      this.addWatchFile(file)
      const css = minifyCss(await readFile(file, 'utf8'), file)
      return `export default ${JSON.stringify(css)}`
    },
  }
}

/** Rollup plugin: puts a stylesheet, minified, beside what is built. */
export const stylesheet = (file: string): Plugin => ({
  name: 'stylesheet',
  async buildStart() {
    this.addWatchFile(file)
    const source = minifyCss(await readFile(file, 'utf8'), file)
    this.emitFile({ type: 'asset', fileName: basename(file), source })
  },
})
