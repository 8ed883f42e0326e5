import { ConsentError } from '@kelisim/core'
import { version } from '../version.ts'
import { runTag } from './run-tag.ts'
import { tagElement } from './tag-element.ts'

const tag = tagElement()
const base = tag?.src ?? document.baseURI

runTag(tag, {
  async load(name, attempt) {
    // What it takes to answer travels with the notice.
    // Three other addresses: as many as an import map pins.
    const stem = name === 'answer' ? 'notice' : name
    // Absolute, because Chromium resolves a relative one of a script from another origin against nothing.
    const url = new URL(`${stem}.js${attempt ? `?retry=${Math.min(attempt, 3)}` : ''}`, base).href
    const file: { readonly version: string } = await import(url)
    if (file.version === version) return file
    throw new ConsentError('version-mismatch', url)
  },
})
