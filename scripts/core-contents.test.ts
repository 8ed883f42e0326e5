import { build } from 'esbuild'
import { expect, test } from 'vitest'

/** Names the modules that a script is made of; stylesheets count as empty. */
async function modulesOf(entry: string): Promise<string[]> {
  const { metafile } = await build({
    entryPoints: [entry],
    bundle: true,
    write: false,
    metafile: true,
    format: 'esm',
    target: 'es2022',
    minifySyntax: true,
    define: { __DEV__: 'false' },
    loader: { '.css': 'empty' },
    plugins: [
      {
        name: 'inline',
        setup: ({ onResolve }) =>
          onResolve({ filter: /\?inline$/ }, ({ path }) => ({ path, external: true })),
      },
    ],
  })
  const [output] = Object.values(metafile.outputs)
  return Object.entries(output?.inputs ?? {})
    .filter(([, { bytesInOutput }]) => bytesInOutput > 0)
    .map(([name]) => name)
}

test('keeps the interface, Preact, i18next and what is loaded on demand out of every page view', async () => {
  const modules = await modulesOf('packages/kelisim/src/tag/kelisim.ts')
  expect(modules).toContain('packages/core/src/start.ts')
  const foreign = modules.filter((name) =>
    /packages\/ui\/|preact|i18next|js-cookie|on-demand|core\/src\/gate\//.test(name),
  )
  expect(foreign).toEqual([])
  expect(modules.filter((name) => name.includes('packages/locales/'))).toEqual([
    'packages/locales/src/reopen.ts',
  ])
})

test('keeps everything but the reader out of the server’s file', async () => {
  const modules = await modulesOf('packages/kelisim/src/server.ts')
  expect([...modules].sort()).toEqual([
    'packages/core/src/model/hash.ts',
    'packages/core/src/record/decode.ts',
    'packages/kelisim/src/server.ts',
  ])
})
