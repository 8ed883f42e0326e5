import { brotliCompressSync } from 'node:zlib'
import { type BrowserFile, isInline } from './browser-files.ts'
import { digest } from './digest.ts'

/** What is published about one script for pages. */
interface ManifestEntry {
  readonly bytes: number
  /** Bytes after brotli at its best. */
  readonly brotli: number
  /** For the attribute `integrity`. */
  readonly integrity: string
  /** For `script-src` of a Content-Security-Policy; of what pages carry inline. */
  readonly sha256?: string
}

/** What is published about a release. */
export interface Manifest {
  readonly version: string
  readonly files: Readonly<Record<string, ManifestEntry>>
}

/** Describes the scripts for pages. */
export function makeManifest(version: string, files: readonly BrowserFile[]): Manifest {
  return {
    version,
    files: Object.fromEntries(files.map((file) => [file.name, describe(file)])),
  }
}

function describe({ name, content }: BrowserFile): ManifestEntry {
  return {
    bytes: content.length,
    brotli: brotliCompressSync(content).length,
    integrity: digest('sha384', content),
    ...(isInline(name) && { sha256: digest('sha256', content) }),
  }
}
