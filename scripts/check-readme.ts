/** Compares the sizes that the README states with the built files; `--write` corrects them. */
import { readFileSync, writeFileSync } from 'node:fs'
import { brotliCompressSync } from 'node:zlib'

const FOLDER = 'packages/kelisim/dist/browser/'

const brotli = (file: string): number => brotliCompressSync(readFileSync(FOLDER + file)).length
const sum = (...files: readonly string[]): number =>
  files.reduce((bytes, file) => bytes + brotli(file), 0)

const sizes: Readonly<Record<string, number>> = {
  returning: sum('kelisim.js'),
  gate: sum('gate.js'),
  first: sum('snippet.js', 'kelisim.js', 'notice.js', 'notice.kk.js'),
  texts: Math.max(...['kk', 'ru', 'en'].map((code) => sum(`notice.${code}.js`))),
  full: sum('kelisim.full.js'),
}

const stated = readFileSync('README.md', 'utf8')
const measured = stated.replace(
  /<!--size:(\w+)-->[^<]*<!--\/size-->/g,
  (_, name: string) =>
    `<!--size:${name}-->${((sizes[name] ?? NaN) / 1e3).toFixed(1)} kB<!--/size-->`,
)
if (process.argv.includes('--write')) writeFileSync('README.md', measured)
else if (measured !== stated) {
  console.error(
    'README.md states other sizes than the build has: run `pnpm tsx scripts/check-readme.ts --write`.',
  )
  process.exit(1)
}
