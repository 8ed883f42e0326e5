import { tagElement } from './tag-element.ts'

/** The script element that is running. Read once, at the start: afterwards no script is running. */
export const tag: HTMLScriptElement | null = tagElement()
