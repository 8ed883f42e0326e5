import { connectControls } from './controls.ts'
import { freshScript, trusted } from './gate/fresh-script.ts'
import { createGate } from './gate/gate.ts'
import { textsOf } from './languages.ts'
import { allows, due } from './model/allows.ts'
import type { StoredDecision } from './model/decision.ts'
import type { ServiceRunner } from './on-demand/services.ts'
import { pageMemory } from './platform/page-memory.ts'
import { browserPlatform, type Platform } from './platform/platform.ts'
import { connectTabs } from './platform/tabs.ts'
import { createReopen } from './reopen.ts'
import type { Running, State } from './state.ts'
import type { Messages, ShowView } from './view.ts'

type ServicesFile = typeof import('./on-demand/services.ts')

/**
 * Starts on the page, unless another instance is at work there.
 *
 * @param readStored Reads the stored decision of the owner's scope.
 */
export function start(
  state: State,
  readStored: (platform: Platform) => StoredDecision | null,
): Running | undefined {
  const { consent, options, ports, files, asked, report, $view, $language } = state
  const { services: listed = [], autoShow = true, nonce = '', reload = 'ask' } = options
  const memory = pageMemory()
  const platform = ports.platform ?? browserPlatform()
  // Once the browser did not keep a choice, this page's memory is all there is.
  let kept = true
  let stored: StoredDecision | null = null
  let lost = false
  let dismissed = !autoShow
  let services: ServiceRunner | undefined
  let unmount: (() => void) | undefined

  if (memory.owner) {
    report('loaded-twice')
    return undefined
  }
  memory.owner = consent
  const read = () => (kept ? readStored(platform) : stored)
  const tell = (): void => {
    const [open] = due(stored, asked)
    state.publish(stored, open ? 'due' : 'decided')
    if (open && !dismissed) $view.set('notice')
    else if (lost && reload !== 'never') $view.set('reload')
    else if (!open) $view.set('none')
  }
  // First what is taken away, then what is given, then everybody is told.
  const replace = (next: StoredDecision | null, isKept: boolean): void => {
    stored = next
    kept = isKept
    lost = false
    gate.close()
    services?.close()
    gate.open(true)
    services?.open(true)
    tell()
  }
  const dismiss = (): void => {
    dismissed = true
    $view.set('none')
  }
  const show = async (): Promise<void> => {
    const language = $language.get()
    const label = textsOf(options, language)?.['reopen'] ?? ports.reopenLabels[language] ?? ''
    const view = $view.get()
    // While the preferences are open it stays as it was, so that the focus can return to it.
    if (view !== 'preferences')
      reopen.update(view === 'none' && options.reopen !== false, label, language)
    if (view === 'none' || unmount) return
    unmount = () => {}
    try {
      // Asked for at the same time, so that none waits for the other.
      const [file, texts] = (await Promise.all(
        ['notice', `notice.${language}`].map((name) => files.use(name, (file: unknown) => file)),
      )) as [{ show: ShowView }, { default: Messages }]
      if (unmount) unmount = file.show(state, running, texts.default)
    } catch (cause) {
      unmount = undefined
      dismiss()
      report('load-failed', '', cause)
    }
  }
  stored = read()
  const gatePorts = {
    nonce,
    memory,
    report,
    files,
    freshScript,
    trusted,
    allows: (category: string, service?: string | null) => allows(stored, asked, category, service),
    linger: () => {
      lost = true
    },
  }
  const gate = createGate(gatePorts)
  if (listed.some(({ load }) => load)) {
    void files.use('services', (file: ServicesFile) => {
      services = file.createServiceRunner(listed, gatePorts, gate)
      services.open()
    })
  }
  tell()
  const reopen = createReopen(() => $view.set('preferences'))
  const running: Running = {
    platform,
    read,
    replace,
    dismiss,
    scan: gate.scan,
    stop() {
      for (const step of undo) step()
      unmount?.()
      unmount = undefined
      gate.stop()
      services?.close(true)
      reopen.remove()
      memory.owner = undefined
    },
  }
  const undo = [
    $view.subscribe(show),
    $language.listen(show),
    connectControls((control, event) => {
      if (control === 'preferences') $view.set(control)
      else void state.respond(false, { action: control, event })
    }),
    connectTabs(() => {
      const found = read()
      if (memory.owner === consent && found?.text !== stored?.text) replace(found, kept)
    }),
  ]
  return running
}
