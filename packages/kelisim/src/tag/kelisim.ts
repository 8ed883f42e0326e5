import { ConsentError } from '@kelisim/core'
import { version } from '../version.ts'
import { runTag } from './run-tag.ts'
import { tagElement } from './tag-element.ts'

const tag = tagElement()
const base = tag?.src ?? document.baseURI

runTag(tag, {
  async load(file, attempt) {
    const url = new URL(`${file}.js${attempt ? `?retry=${Math.min(attempt, 3)}` : ''}`, base)
    // Absolute, because Chromium resolves a relative one of a script from another origin against nothing.
    const module: { readonly version: string } = await import(url.href)
    if (module.version !== version) throw new ConsentError('version-mismatch', url.href)
    return module
  },
})
