import { build } from 'esbuild'
import type { ServedFile } from './serve.ts'

/** Bundles and minifies an entry, as an application would, with the styles that it imports. */
export async function bundle(entry: string, name: string): Promise<Map<string, ServedFile>> {
  const { outputFiles } = await build({
    entryPoints: { [name]: entry },
    outdir: '/bundled',
    bundle: true,
    minify: true,
    write: false,
    format: 'esm',
    target: 'es2022',
    define: { 'process.env.NODE_ENV': '"production"' },
    logLevel: 'error',
  })
  return new Map(
    outputFiles.map(({ path, text }) => [
      path,
      { body: text, type: path.endsWith('.css') ? 'css' : 'javascript' } as const,
    ]),
  )
}
