import { readFileSync } from 'node:fs'
import json from '@rollup/plugin-json'
import resolve from '@rollup/plugin-node-resolve'
import type { Plugin, RollupOptions } from 'rollup'
import dts from 'rollup-plugin-dts'
import esbuild from 'rollup-plugin-esbuild'
import { stylesheet } from '../css-text.ts'

const ledger = JSON.parse(readFileSync('packages/ledger/package.json', 'utf8'))
const ofLedger = ['node:', ...Object.keys(ledger.dependencies)].map(
  (name) => new RegExp(`^${name}`),
)

/**
 * What is built of the ledger.
 *
 * @param browser Plugins for files that pages fetch.
 */
export const ledgerOptions = (browser: readonly Plugin[]): RollupOptions[] => [
  // The ledger: its own modules and what it takes from the core; its dependencies are installed beside it.
  {
    input: { cli: 'packages/ledger/src/cli.ts', index: 'packages/ledger/src/index.ts' },
    output: {
      dir: 'packages/ledger/dist',
      format: 'es',
      sourcemap: true,
      chunkFileNames: '[name].js',
      banner: ({ name }) => (name === 'cli' ? '#!/usr/bin/env node' : ''),
    },
    plugins: [
      json(),
      resolve({ extensions: ['.ts'], resolveOnly: [/^@kelisim/] }),
      esbuild({ target: 'node20' }),
    ],
    external: ofLedger,
  },
  // The page that the ledger serves to its operator.
  {
    input: 'packages/ledger/src/admin/admin.tsx',
    output: { dir: 'packages/ledger/dist/admin', format: 'es', sourcemap: 'hidden' },
    plugins: [stylesheet('packages/ledger/src/admin/admin.css'), ...browser],
  },
  // Types of the ledger.
  {
    input: 'packages/ledger/src/index.ts',
    output: { file: 'packages/ledger/dist/index.d.ts', format: 'es' },
    plugins: [resolve({ extensions: ['.ts'], resolveOnly: [/^@kelisim/] }), dts()],
    external: ofLedger,
  },
]
