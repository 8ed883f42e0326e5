import { fileURLToPath } from 'node:url'
import { build, type Loader, type Plugin } from 'esbuild'
import { compile } from 'svelte/compiler'
import { scriptOf } from '../../guides/block-program.ts'
import { type GuideBlock, guideBlocks } from '../../guides/guide-blocks.ts'

const ROOT = fileURLToPath(new URL('../../..', import.meta.url))
const DIST = `${ROOT}packages/kelisim/dist`

/** How the code of blocks is put together. */
export interface BlockBundle {
  readonly folder: string
  readonly page: string
  /** Code that starts what the blocks of the page export; they stand beside it. */
  readonly entry: string
  readonly platform: 'browser' | 'node'
  /** Packages that take another's place, by name. */
  readonly alias?: Readonly<Record<string, string>>
  /** @default none */
  readonly external?: readonly string[]
}

/** Bundles the blocks of a guide with the built package. Returns the code. */
export async function bundleBlocks(bundle: BlockBundle): Promise<string> {
  const { folder, page, entry, platform, alias = {}, external = [] } = bundle
  const blocks = guideBlocks.filter((block) => block.folder === folder && block.page === page)
  const { outputFiles } = await build({
    stdin: { contents: entry, resolveDir: ROOT, loader: 'tsx' },
    bundle: true,
    write: false,
    platform,
    format: platform === 'node' ? 'esm' : 'iife',
    jsx: 'automatic',
    external: [...external],
    define: { 'process.env.NODE_ENV': '"production"' },
    alias: {
      kelisim: `${DIST}/index.js`,
      'kelisim/react': `${DIST}/react.js`,
      'kelisim/vue': `${DIST}/vue.js`,
      'kelisim/services': `${DIST}/services.js`,
      'kelisim/testing': `${DIST}/testing.js`,
      ...alias,
    },
    plugins: [besides(blocks)],
    logLevel: 'silent',
  })
  return outputFiles.map(({ text }) => text).join('')
}

/** Lets blocks import one another as the files that the guide says they are. */
function besides(blocks: readonly GuideBlock[]): Plugin {
  const find = (path: string): GuideBlock | undefined => {
    const name = path.replace(/^(\.\.?\/)+/, '')
    return blocks.find(({ file }) =>
      [name, `${name}.ts`, `${name}.tsx`, `app/${name}.ts`, `app/${name}.tsx`].includes(file),
    )
  }
  return {
    name: 'blocks',
    setup({ onResolve, onLoad }) {
      onResolve({ filter: /^\./ }, ({ path }) => {
        const block = find(path)
        return block && { path: block.file, namespace: 'block' }
      })
      onLoad({ filter: /./, namespace: 'block' }, ({ path }) => {
        const block = find(path)
        return block && { ...codeOf(block), resolveDir: ROOT }
      })
    },
  }
}

function codeOf(block: GuideBlock): { readonly contents: string; readonly loader: Loader } {
  const { language, text, file } = block
  if (language !== 'svelte') return { contents: scriptOf(block), loader: 'tsx' }
  return { contents: compile(text, { filename: file, generate: 'client' }).js.code, loader: 'js' }
}
