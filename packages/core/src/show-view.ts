import type { Running, State } from './state.ts'
import type { Messages, MountView } from './view.ts'

/** Brings the interface onto the page when there is something to show. */
export interface ShownView {
  /** Fetches and mounts the interface unless nothing is to be shown or it is on its way. */
  follow(): void
  /** Removes the interface. */
  remove(): void
}

/** Makes it; nothing is fetched yet. All files come at the same time. */
export function showView(state: State, running: Running): ShownView {
  const { files, $view, $language, report } = state
  let unmount: (() => void) | undefined
  let mounting = false
  let removed = false
  const file = <T>(name: string): T | Promise<T> => files.use(name, (module: T) => module)
  return {
    async follow() {
      if ($view.get() === 'none' || mounting) return
      mounting = true
      try {
        const [core, view, texts] = await Promise.all([
          file<typeof import('./on-demand/answer.ts')>('answer'),
          file<{ default: MountView }>('notice'),
          file<{ default: Messages }>(`notice.${state.catalogueOf($language.get())}`),
        ])
        if (!core.mayAsk(state.options)) running.dismiss()
        else if (!removed) unmount = view.default(core.viewContext(state, running), texts.default)
      } catch (cause) {
        mounting = false
        running.dismiss()
        report('load-failed', '', cause)
      }
    },
    remove() {
      removed = true
      unmount?.()
    },
  }
}
