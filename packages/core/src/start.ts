import { connectControls } from './controls.ts'
import { connectCheck } from './on-demand/connect-check.ts'
import type { Gate } from './gate/gate.ts'
import { allows, due } from './model/allows.ts'
import type { StoredDecision } from './model/decision.ts'
import { page } from './platform/page.ts'
import { pageMemory } from './platform/page-memory.ts'
import { browserPlatform, type Platform } from './platform/platform.ts'
import { connectTabs } from './platform/tabs.ts'
import { grantsSomething } from './record/grants-something.ts'
import { createReopen } from './reopen.ts'
import type { Running, State } from './state.ts'
import type { ShowView, View } from './view.ts'

declare const __DEV__: boolean

type AnswerFile = typeof import('./on-demand/answer.ts')
type GateFile = typeof import('./gate/gate.ts')

/**
 * Starts on the page, unless another instance is at work there.
 *
 * @param readStored Reads the stored decision of the owner's scope.
 */
export function start(
  state: State,
  readStored: (platform: Platform) => StoredDecision | null,
): void {
  const { consent, options, ports, files, asked, report, $view, $language } = state
  const { services, texts, policy } = options
  const { reopenLabels } = ports
  const memory = pageMemory()
  if (memory.owner) return report('loaded-twice')
  memory.owner = consent
  const platform = browserPlatform(options.preview)
  const life = new AbortController()
  const roots: Node[] = [page.documentElement]
  const read = () => readStored(platform)
  let stored = read()
  let dismissed = options.autoShow === false
  let gate: Gate | undefined

  const tell = (): void => {
    const [open] = due(stored, asked)
    state.publish(stored, open ? 'due' : 'decided')
    if (!open || !dismissed) $view.set(open ? 'notice' : 'none')
  }
  const dismiss = (): void => {
    dismissed = true
    $view.set('none')
  }
  const labelIn = (code = ''): string | undefined =>
    (typeof texts === 'function' ? texts(code) : texts?.[code])?.['reopen'] ?? reopenLabels[code]
  const show = (view: View): void => {
    // The whole rule for the language is in the file of the notice. What a page says of itself, and what
    // the visitor used, does for a label and for fetching texts ahead.
    const codes = [
      $language.get(),
      options.language,
      (page.documentElement.lang || location.pathname.slice(1)).slice(0, 2).replace('kz', 'kk'),
      stored?.language,
      options.defaultLanguage,
      'ru',
    ]
    // There is a label in Russian, so one is found.
    const language = codes.find(labelIn) as string
    // While the preferences are open it stays as it was, so that the focus can return to it.
    if (view !== 'preferences') {
      // What was allowed comes first: to draw this takes the browser as long as to let all that run.
      void opened.then(() => {
        if (life.signal.aborted) return
        reopen(view === 'none' && options.reopen !== false && labelIn(language), language)
      })
    }
    if (view === 'none') return
    // Asked for at the same time, so that none waits for the other.
    Promise.all([
      files.use('notice', (file: { show: ShowView }) => file.show(state)),
      files.use(`notice.${codes.find((code) => reopenLabels[code as string])}`, () => {}),
    ]).catch((cause) => {
      dismiss()
      report('load-failed', '', cause)
    })
  }
  const gatePorts = {
    state,
    memory,
    roots,
    allows: (category: string, service?: string | null) =>
      !options.preview && allows(stored, asked, category, service),
  }
  const open = async (isAnswer?: boolean): Promise<void> => {
    // What lets things run is fetched once something may run, or may have been kept when it ran; where
    // something of ours stands in the page; and where a policy is announced, which the same file tells.
    // Where it is there anyway, it also watches for what comes later.
    const isNeeded =
      ports.builtIn ||
      services ||
      policy?.upcoming ||
      grantsSomething(stored?.text) ||
      page.querySelector(
        'kelisim-declaration,[data-kelisim=declaration],iframe[data-category],template[data-category],[data-category=necessary]',
      )
    try {
      if (isNeeded) {
        await files.use('gate', (file: GateFile) => {
          if (life.signal.aborted) return
          gate ??= file.createGate(gatePorts)
          return gate.open(isAnswer)
        })
      }
    } catch (cause) {
      report('load-failed', 'gate', cause)
    }
  }
  let opened = open()
  tell()
  const reopen = createReopen(consent.showPreferences)
  const running: Running = {
    platform,
    read,
    // First what is taken away, then what is given, then everybody is told.
    replace(next) {
      stored = next
      gate?.close()
      opened = open(true)
      tell()
    },
    dismiss,
    scan(root) {
      roots.push(root)
      gate?.scan(root)
    },
    stop() {
      life.abort()
      stopShowing()
      running.unmount?.()
      gate?.stop()
      reopen()
      memory.owner = undefined
    },
  }
  state.running = running
  const stopShowing = $view.subscribe(show)
  connectControls((control, event) => {
    if (control === 'preferences') $view.set(control)
    else
      void files.use('answer', (file: AnswerFile) =>
        file.answer(state, false, { action: control, event }),
      )
  }, life)
  connectTabs(async (found = read()) => {
    if (life.signal.aborted) return
    // What the page itself brought behind our tag has come by the first of these hints.
    void (found?.text === stored?.text ? open() : running.replace(found))
    try {
      // Notes of answers, records on their way to the ledger, and whose decision this is. WebKit sends
      // hints only to pages that have looked into the storage, so this is done first.
      if (/kelisim-[op]/.test(Object.keys(localStorage) as never)) await consent.records()
    } catch {
      // Storage is blocked, or the file did not come: the next hint tries again.
    }
  }, life)
  if (__DEV__) connectCheck(state, life)
}
