import type { Translate } from '@kelisim/ui/translate'
import type { Language } from './words.ts'

/** What a command has of the world: where it writes, and in which language. */
export interface Terminal {
  readonly language: Language
  readonly say: Translate
  /** Writes a line of the result. */
  readonly print: (line: string) => void
  /** Writes a line for whoever waits or has to act; it is no part of the result. */
  readonly note: (line: string) => void
}
