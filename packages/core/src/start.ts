import { connectControls } from './controls.ts'
import { createGate } from './gate/gate.ts'
import { textsOf } from './languages.ts'
import { allows, due } from './model/allows.ts'
import type { StoredDecision } from './model/decision.ts'
import type { ServiceRunner } from './on-demand/services.ts'
import { pageMemory } from './platform/page-memory.ts'
import { browserPlatform } from './platform/platform.ts'
import { connectTabs } from './platform/tabs.ts'
import { readDecision } from './record/read-decision.ts'
import { createReopen } from './reopen.ts'
import { showView } from './show-view.ts'
import type { Running, State } from './state.ts'

type RecordsFile = typeof import('./on-demand/records.ts')

/** Starts on the page, unless another instance is at work there. */
export function start(state: State): Running | undefined {
  const { consent, options, ports, files, asked, report, $view, $language } = state
  const { preview, autoShow = true, reload = 'ask', reopen: hasReopen = true, cookie, nonce = '' } = options
  const memory = pageMemory()
  if (memory.owner && !preview) {
    report('loaded-twice')
    return undefined
  }
  if (!preview) memory.owner = consent
  const platform = ports.platform ?? browserPlatform()
  let stored: StoredDecision | null = null
  // A preview has nothing but its memory.
  let kept = !preview
  let lost = false
  let dismissed = !autoShow
  let services: ServiceRunner | undefined

  const gatePorts = {
    nonce,
    memory,
    report,
    files,
    isKnown: (category: string) => asked.categories.has(category),
    allows: (category: string, service?: string) => allows(stored, asked, category, service),
    linger: () => {
      lost = true
    },
  }
  const read = () => (kept ? readDecision(platform, cookie?.scope ?? 'host') : stored)
  const tell = (isNews: boolean): void => {
    const open = due(stored, asked)
    state.publish(stored, open.length ? 'due' : 'decided', isNews)
    if (open.length && !dismissed) $view.set('notice')
    else if (lost && reload === 'ask') $view.set('reload')
    else if (lost && reload === 'auto') location.reload()
    else if (!open.length) $view.set('none')
  }
  // First what is taken away, then what is given, then everybody is told.
  const replace = (next: StoredDecision | null, isKept: boolean): void => {
    stored = next
    kept = isKept
    lost = false
    gate?.close()
    services?.close()
    gate?.open(true)
    services?.open(true)
    tell(true)
  }
  stored = read()
  const gate = preview ? undefined : createGate(gatePorts)
  if (gate && options.services?.some(({ load }) => load)) {
    files.use('services', ({ createServiceRunner }: typeof import('./on-demand/services.ts')) => {
      services = createServiceRunner(options.services ?? [], gatePorts, gate)
      services.open()
    })
  }
  const tabs = connectTabs(() => {
    const found = read()
    if (found?.text !== stored?.text) replace(found, kept)
  })
  tell(false)
  if (isRecordPending()) files.use('records', (file: RecordsFile) => file.writePending(options, ports))

  const running: Running = {
    platform,
    read,
    replace,
    announce: tabs.announce,
    dismiss() {
      dismissed = true
      $view.set('none')
    },
    scan: (root) => gate?.scan(root),
    stop() {
      for (const step of undo) step()
      $view.set('none')
      if (!preview) memory.owner = undefined
    },
  }
  const view = showView(state, running)
  const reopen = hasReopen && createReopen(() => $view.set('preferences'))
  const follow = (): void => {
    const language = $language.get()
    const label = textsOf(options, language)?.['reopen'] ?? ports.reopenLabels[language] ?? ''
    if (reopen) reopen.update(/none|preferences/.test($view.get()), label, language)
    view.follow()
  }
  const undo = [
    $view.subscribe(follow),
    $language.listen(follow),
    connectControls((control, event) =>
      control === 'preferences' ? $view.set(control) : state.refuse(control, event),
    ),
    () => reopen && reopen.remove(),
    view.remove,
    tabs.disconnect,
    () => gate?.stop(),
    () => services?.close(true),
  ]
  return running
}

/** True when the visitor left before the record of an answer was made. */
function isRecordPending(): boolean {
  try {
    return !!localStorage.getItem('kelisim-pending')
  } catch {
    return false
  }
}
