import type { Project } from '../project/project.ts'
import type { Language } from '../texts.ts'

/** What a preview shows, as its address carries it. */
export interface Shown {
  readonly project: Project
  readonly language: Language
  readonly scheme: 'light' | 'dark'
  readonly layer: 'notice' | 'preferences'
}
