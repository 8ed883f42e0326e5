import { readFileSync } from 'node:fs'
import inject from '@rollup/plugin-inject'
import json from '@rollup/plugin-json'
import resolve from '@rollup/plugin-node-resolve'
import replace from '@rollup/plugin-replace'
import terser from '@rollup/plugin-terser'
import type { OutputOptions, Plugin, RollupOptions } from 'rollup'
import dts from 'rollup-plugin-dts'
import esbuild from 'rollup-plugin-esbuild'
import { attributeWords } from './packages/services/src/attributes.ts'
import { built, lentPreact, trimmed } from './scripts/build-plugins.ts'
import { cssText } from './scripts/css-text.ts'
import { ledgerOptions } from './scripts/ledger/rollup-options.ts'
import { catalogues } from './scripts/locales/rollup-plugin.ts'

const { version } = JSON.parse(readFileSync('packages/kelisim/package.json', 'utf8'))
const source = 'packages/kelisim/src'
const dist = 'packages/kelisim/dist'
const platform = `${process.cwd()}/packages/core/src/platform`

/** Source to JavaScript; `dev` adds the long texts and the check of the options. */
const compile = (dev: boolean): Plugin[] => [
  cssText(),
  catalogues(),
  json({ include: '**/config.schema.json' }),
  replace({
    preventAssignment: true,
    values: {
      __DEV__: `${dev}`,
      __VERSION__: JSON.stringify(version),
      'process.env.NODE_ENV': JSON.stringify(dev ? 'development' : 'production'),
    },
  }),
  resolve({ extensions: ['.ts', '.tsx', '.js'], exportConditions: dev ? ['development'] : [] }),
  esbuild({ target: 'es2022', jsx: 'transform', jsxFactory: 'h', jsxFragment: 'Fragment' }),
  // All of it reads the document past elements that carry a property's name, such as <img name="cookie">.
  inject({
    include: ['**/preact/**', '**/packages/ui/**'],
    document: [`${platform}/page.ts`, 'page'],
  }),
  inject({ include: '**/js-cookie/**', document: [`${platform}/cookie-jar.ts`, 'cookieJar'] }),
]
/** Files that pages fetch. */
const browser = (dev = false, isClassic = false, more: object = {}): Plugin[] => [
  ...compile(dev),
  terser({
    module: true,
    ecma: 2022,
    compress: { passes: 4, pure_getters: true, ...more },
    format: { comments: false, ascii_only: isClassic },
  }),
]
/** Files that pages name themselves: a page in windows-1251 reads them in windows-1251, and modules in UTF-8. */
const classic = (dev = false): Plugin[] => browser(dev, true)
/**
 * What every page view pays for. Here `unsafe` adds texts up instead of filling templates, which differs only
 * for objects that turn into text in two ways, and no function looks at its own `this` or is constructed.
 */
const core = (dev = false): Plugin[] =>
  browser(dev, true, { inline: 1, unsafe: true, unsafe_arrows: true })
const APPLICATIONS_OWN = ['preact', 'nanostores', 'react', 'vue']
/** Files that bundlers take in: what the application has of its own stays the application's. */
const library = (dev = false): Pick<RollupOptions, 'plugins' | 'external'> => ({
  plugins: [built, ...compile(dev)],
  external: APPLICATIONS_OWN,
})
const script = (name: string): OutputOptions => ({
  file: `${dist}/browser/${name}.js`,
  format: 'iife',
  // Maps are there for error services, but no page pays for their address.
  sourcemap: 'hidden',
})
// Each lazy file tells its version, so that the core can refuse one of another release.
const lazy = (name: string): OutputOptions => ({
  file: `${dist}/browser/${name}.js`,
  format: 'es',
  sourcemap: 'hidden',
  footer: `export const version=${JSON.stringify(version)};`,
})
const modules = (dir: string): OutputOptions => ({
  dir,
  format: 'es',
  sourcemap: true,
  chunkFileNames: '[name].js',
})
const entries = Object.fromEntries(
  'index services server instant testing i18next react vue validator declaration archive'
    .split(' ')
    .map((name) => [name, `${source}/${name}.ts`]),
)
const locale = (name: string): RollupOptions => ({
  input: `packages/locales/src/${name}.json`,
  output: lazy(name),
  plugins: browser(),
})
/** What the files of the services share is in the file that fetches them. */
const SHARED =
  /packages\/services\/src\/(assert-(id|url)|bad-option|preset|stored|vendor-(globals|memory|script))\.ts$/
/** What that file has only where it is needed. */
const LENT = /packages\/services\/src\/(buffer-calls|consent-mode)\.ts$/

const layers =
  'notice preferences placeholders periods details receipt debug declaration upcoming'.split(' ')

export default [
  // Script tag: what every page view pays for.
  { input: `${source}/tag/kelisim.ts`, output: script('kelisim'), plugins: core() },
  // The same with long messages and a check of the options, for development.
  { input: `${source}/tag/kelisim.ts`, output: script('kelisim.dev'), plugins: core(true) },
  // What owners put inline beside the tag.
  {
    input: `${source}/tag/snippet.ts`,
    output: { ...script('snippet'), sourcemap: false, strict: false },
    plugins: [...classic(), trimmed],
  },
  // What stands inline behind the HTML of an instant notice.
  {
    input: `${source}/instant/instant.ts`,
    output: { ...script('instant'), sourcemap: false, strict: false },
    plugins: [...classic(), trimmed],
  },
  // Script tag in one file, for pages that pin it by integrity.
  { input: `${source}/tag/kelisim.full.ts`, output: script('kelisim.full'), plugins: classic() },
  // Rare paths: calls of the API, subdomains, records and their delivery, a page that needs repair, faults in words,
  // what refused services keep, what another banner has kept.
  ...['api', 'site', 'records', 'outbox', 'check', 'explain', 'sweep', 'migrate'].map((name) => ({
    input: `packages/core/src/on-demand/${name}.ts`,
    output: lazy(name),
    plugins: browser(),
  })),
  // What lets gated elements and services run; fetched once something is allowed.
  { input: 'packages/core/src/gate/gate.ts', output: lazy('gate'), plugins: browser() },
  // First layer in plain elements, and what it takes to give an answer; fetched when something is shown.
  { input: `${source}/tag/notice.ts`, output: lazy('notice'), plugins: browser() },
  // What only some owners ask for: a statement of age, other layouts.
  ...['age', 'layouts'].map((name) => ({
    input: `packages/ui/src/${name}.ts`,
    output: lazy(name),
    plugins: browser(),
  })),
  // Preact, fetched with the first part that needs it.
  { input: `${source}/tag/preact.ts`, output: lazy('preact'), plugins: browser() },
  // Second layer, fetched on intent,
  // and parts of it that are fetched when the visitor opens them.
  ...['preferences', 'details', 'receipt'].map((name) => ({
    input: `${source}/tag/${name}.ts`,
    output: lazy(name),
    plugins: [lentPreact, ...browser()],
  })),
  // What stands in for embeds that are held; fetched with the first of them.
  { input: `${source}/placeholders.ts`, output: lazy('placeholders'), plugins: browser() },
  // The table of all that is used, and the notice ahead of a new policy.
  { input: `${source}/declaration-layer.ts`, output: lazy('declaration'), plugins: browser() },
  { input: `${source}/upcoming.ts`, output: lazy('upcoming'), plugins: browser() },
  // Texts of the layers and their parts, one file per language.
  ...['kk', 'ru', 'en'].flatMap((code) => layers.map((layer) => locale(`${layer}.${code}`))),
  // What is wrong with a page, for whoever sets it up.
  { input: `${source}/debug.ts`, output: lazy('debug'), plugins: browser() },
  // What the tag's attributes say about services, and what the services share.
  { input: `${source}/tag/presets.ts`, output: lazy('presets'), plugins: browser() },
  // What few of them are asked to do before consent; fetched where an attribute asks.
  {
    input: `${source}/tag/signals.ts`,
    output: { ...lazy('signals'), paths: () => './presets.js' },
    external: (module: string) => SHARED.test(module),
    plugins: browser(),
  },
  // The services, one file each; fetched where an attribute names one.
  ...Object.keys(attributeWords).map((id) => ({
    input: `packages/services/src/presets/${id}.ts`,
    output: { ...lazy(`service-${id}`), paths: () => './presets.js' },
    external: (module: string) => SHARED.test(module) || LENT.test(module),
    plugins: browser(),
  })),
  // The npm package.
  { input: entries, output: modules(dist), ...library() },
  // The npm package under the `development` condition.
  { input: entries, output: modules(`${dist}/dev`), ...library(true) },
  // The commands, and the process that reads a configuration. They run in Node and are not made smaller.
  {
    input: {
      kelisim: `${source}/cli/kelisim.ts`,
      'run-config': `${source}/cli/config/run-config.ts`,
    },
    output: {
      dir: `${dist}/cli`,
      format: 'es',
      chunkFileNames: '[name].js',
    },
    external: [/^node:/, 'puppeteer-core'],
    plugins: [built, ...compile(false)],
  },
  // The page for owners, with all messages in full; it is not part of the package.
  ...['studio.tsx', 'preview/preview.ts'].map((file) => ({
    input: `packages/studio/src/${file}`,
    output: {
      file: `packages/studio/dist/${file.replace(/^.*\/|\.tsx?$/g, '')}.js`,
      format: 'es' as const,
      sourcemap: 'hidden' as const,
    },
    plugins: [catalogues(`${process.cwd()}/packages/studio/src/texts/`), ...browser(true)],
  })),
  // Types of the npm package.
  {
    input: entries,
    output: { dir: dist, format: 'es', chunkFileNames: '[name].d.ts' },
    plugins: [resolve({ extensions: ['.ts'], resolveOnly: [/^@kelisim/] }), dts()],
    external: APPLICATIONS_OWN,
  },
  ...ledgerOptions(browser()),
] satisfies RollupOptions[]
