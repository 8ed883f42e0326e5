import { brotliCompressSync } from 'node:zlib'
import { flatten } from './flatten.ts'

/**
 * Compiles a catalogue to the smallest module that a browser can import.
 *
 * @param text Nested i18next JSON v4.
 * @returns JavaScript: one default export, an object of texts by flat key.
 */
export function compileCatalogue(text: string): string {
  return `export default ${JSON.stringify(flatten(JSON.parse(text)))}`
}

/** Tells how much of a catalogue goes over the network: bytes, compiled and brotli-compressed. */
export function compiledBytes(text: string): number {
  return brotliCompressSync(compileCatalogue(text)).length
}
