import { findLanguage } from '@kelisim/core/find-language'
import { matchLanguage } from '@kelisim/core/language'
import type { CreateLayer } from '@kelisim/core/layer'
import { ownStorage } from '@kelisim/core/own-storage'
import { mountDeclarations } from '@kelisim/ui/declaration'

/** Fills `<kelisim-declaration>` and elements with `data-kelisim="declaration"`. */
export const create: CreateLayer = ({ state }) => {
  const { options } = state
  const { languages = ['kk', 'ru', 'en'] } = options
  return mountDeclarations({
    state,
    own: ownStorage(options),
    languageOf(element) {
      const around = element.closest('[lang]')?.getAttribute('lang')
      return matchLanguage([around], languages) ?? findLanguage(options)
    },
  })
}
