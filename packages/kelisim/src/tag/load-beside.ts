import { ConsentError, type Ports } from '@kelisim/core'
import { version } from '../version.ts'
import { tag } from './tag.ts'

const base = tag?.src ?? document.baseURI

/** Fetches a file that stands beside the tag's own; rejects for one of another release. */
export const loadBeside: Ports['load'] = async (name, attempt) => {
  // Three other addresses: as many as an import map pins.
  const other = attempt ? `?retry=${Math.min(attempt, 3)}` : ''
  // Absolute, because Chromium resolves a relative one of a script from another origin against nothing.
  const file = name === 'answer' ? 'notice' : name
  const url = new URL(`${file}.js${other}`, base).href
  const module: { readonly version: string } = await import(url)
  if (module.version === version) return module
  throw new ConsentError('version-mismatch', url)
}
