import type { Opening } from '../gate/gate.ts'
import { openFrame } from './frame.ts'
import { openTemplate } from './template.ts'

/** Opens a held element that is not a script. */
export function openEmbed(element: Element, opening: Opening): void {
  // While the file was fetched the visitor may have withdrawn.
  if (opening.signal.aborted) return
  if (element instanceof HTMLTemplateElement) openTemplate(element, opening)
  else openFrame(element as HTMLIFrameElement, opening)
}
