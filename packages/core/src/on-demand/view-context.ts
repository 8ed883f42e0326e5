import { languagesOf } from '../languages.ts'
import { due } from '../model/allows.ts'
import type { Running, State } from '../state.ts'
import type { ViewContext } from '../view.ts'
import { answer } from './answer.ts'

/** Makes what the interface gets from the core. */
export function viewContext(state: State, running: Running): ViewContext {
  const { consent, options, asked, files, report, $view, $language } = state
  return {
    consent,
    options,
    categories: [...asked.categories.values()],
    due: () => due(consent.$decision.get(), asked),
    $view,
    $language,
    languages: languagesOf(options),
    isPerson: running.platform.isPerson,
    answer: (answers, by) => answer(state, running, answers, by),
    open: () => $view.set('preferences'),
    close: running.dismiss,
    load: async (file) => {
      const [name = '', language] = file.split('.')
      return files.use(language ? `${name}.${state.catalogueOf(language)}` : name, (module: unknown) => module)
    },
    report: (code, detail, cause) => report(code, detail, cause),
  }
}
