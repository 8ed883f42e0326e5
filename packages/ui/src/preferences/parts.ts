import type { VNode } from 'preact'
import type { Shell } from '../shell.ts'
import type { Layer } from '../words.ts'
import type { DialogScene } from './dialog-scene.ts'

/** A part of the dialog that is fetched when the visitor wants it. */
export type PartName = 'details' | 'receipt'

/** What a part draws. */
export interface Part {
  /** Draws it where it belongs. */
  readonly draw: (scene: DialogScene, id: string) => VNode | null
}

/** The default export of a part's file: gets ready all that the part shows, for as long as the dialog is open. */
export type CreatePart = (shell: Shell) => Promise<Part>

/** What a part's file exports. */
export interface PartFile {
  readonly default: CreatePart
  readonly css: string
}

/** Texts that come with a part. */
export const LAYERS: Readonly<Record<PartName, readonly Layer[]>> = {
  details: ['details', 'periods'],
  receipt: ['receipt', 'periods'],
}
