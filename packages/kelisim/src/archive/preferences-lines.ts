import type { Options } from '@kelisim/core'
import { type Asked, resolveAsked } from '@kelisim/core/asked'
import type { State } from '@kelisim/core/state'
import { createAge } from '@kelisim/ui/age'
import { Dialog } from '@kelisim/ui/dialog'
import { createDialogWords } from '@kelisim/ui/dialog-words'
import { languageSwitch } from '@kelisim/ui/language-switch'
import { createWords } from '@kelisim/ui/words'
import { atom } from 'nanostores'
import { allTexts } from '../document-texts.ts'

/**
 * Draws the texts of the preferences as somebody finds them who has not answered yet, with all folds closed:
 * what each category is for, and how many services are in it.
 *
 * @returns Its pieces in their order; put together they are what the record of such an answer is of.
 */
export function preferencesLines(options: Options, language: string): string[] {
  const asked = resolveAsked(options)
  const texts = allTexts(options, language)
  const words = createDialogWords(options, createWords(options, language, texts), texts)
  const state = unanswered(options, asked, language)
  const nothing = (): void => {}
  return textsOf(
    Dialog({
      state,
      words,
      languageSwitch,
      running: { platform: { isPerson: () => false }, dismiss: nothing } as never,
      age: options.minors && createAge(state),
      draft: {
        isOn: () => false,
        isHalf: () => false,
        isServiceOn: () => false,
        setCategory: nothing,
        setService: nothing,
        answers: () => ({ categories: {}, services: {} }),
      },
      folds: new Set(),
      parts: {},
      want: async () => {},
      answer: nothing,
      redraw: nothing,
    }),
  )
}

/** As much of a state as the dialog reads. */
function unanswered(options: Options, asked: Asked, language: string): State {
  return {
    asked,
    options,
    consent: { $decision: atom(null) },
    $view: atom('preferences'),
    $language: atom(language),
  } as unknown as State
}

/** The texts in a tree of Preact's, whose components keep nothing and need no page. */
function textsOf(node: unknown): string[] {
  if (Array.isArray(node)) return node.flatMap(textsOf)
  if (typeof node === 'string' || typeof node === 'number') return [`${node}`]
  if (typeof node !== 'object' || !node) return []
  const { type, props } = node as { readonly type: unknown; readonly props: object }
  if (typeof type === 'function') return textsOf(type(props))
  return textsOf((props as { readonly children?: unknown }).children)
}
