import { atom } from 'nanostores'
import type { Consent, Status } from './consent.ts'
import { ConsentError } from './errors.ts'
import { createFiles } from './files.ts'
import { detectLanguage, languagesOf } from './languages.ts'
import { allows } from './model/allows.ts'
import { resolveAsked } from './model/asked.ts'
import type { Answers, Decision } from './model/decision.ts'
import { matchLanguage } from './model/language.ts'
import type { Options } from './model/options.ts'
import type { By } from './on-demand/answer.ts'
import { whenSeen } from './platform/prerender.ts'
import type { Ports } from './ports.ts'
import { start } from './start.ts'
import type { Report, Running, State } from './state.ts'
import type { View } from './view.ts'

/**
 * Makes one page's consent. Nothing happens to the page, and no global of it is read, before `start()`.
 *
 * @param options What the owner configured; read once.
 * @param ports What the published entry plugs in.
 * @throws {ConsentError} `too-many-names`: no cookie could hold the answers.
 */
export function createConsent(options: Options, ports: Ports): Consent {
  const asked = resolveAsked(options)
  const files = createFiles(ports)
  // What one listener throws is reported by the browser and reaches no other.
  const events = new EventTarget()
  const errors: ConsentError[] = []
  const $decision = atom<Decision | null>(null)
  const $status = atom<Status>('idle')
  const $view = atom<View>('none')
  const $language = atom('')
  let running: Running | undefined
  let cancel: (() => void) | undefined

  const emit = (type: string, detail: unknown): void => {
    for (const target of [events, window]) target.dispatchEvent(new CustomEvent(`kelisim:${type}`, { detail }))
  }
  const listen = <T>(type: string, heard: (detail: T) => void): (() => void) => {
    const listener = (event: Event): void => heard((event as CustomEvent<T>).detail)
    events.addEventListener(`kelisim:${type}`, listener)
    return () => events.removeEventListener(`kelisim:${type}`, listener)
  }
  const report: Report = async (code, subject, cause) => {
    const error = await Promise.resolve(
      files.use('explain', (file: typeof import('./on-demand/explain.ts')) => file.explain(code, subject, cause)),
    ).catch(() => new ConsentError(code, String(subject), { cause }))
    errors.push(error)
    // The one place that writes to the console: whoever integrates has to see it, and the page goes on.
    console.error(error)
    emit('error', error)
  }
  const assertKnown = (names: ReadonlyMap<string, unknown>, name: string): void => {
    if (names.has(name)) return
    const code = names === asked.services ? 'unknown-service' : 'unknown-category'
    throw new ConsentError(code, `"${name}" (known: ${[...names.keys()].join(', ')})`)
  }
  const answer = (answers: Answers, by: By = { action: 'api' }): Promise<void> => {
    Object.keys(answers.categories ?? {}).forEach((name) => assertKnown(asked.categories, name))
    Object.keys(answers.services ?? {}).forEach((name) => assertKnown(asked.services, name))
    const at = running
    if (!at) throw new ConsentError('not-started', 'call start() first')
    return Promise.resolve(
      files.use('answer', (file: typeof import('./on-demand/answer.ts')) =>
        file.answer(state, at, answers, by),
      ),
    )
  }
  const all = (allowed: boolean): Answers => ({ categories: each([...asked.categories.keys()], allowed) })

  const consent: Consent = {
    $decision,
    $status,
    start() {
      cancel ??= whenSeen(() => {
        $language.set(detectLanguage(options))
        running = start(state)
      })
    },
    destroy() {
      cancel?.()
      running?.stop()
      running = cancel = undefined
      $status.set('idle')
    },
    acceptAll: () => answer(all(true)),
    rejectAll: () => answer(all(false)),
    accept: ({ categories = [], services = [] }) =>
      answer({ categories: each(categories, true), services: each(services, true) }),
    choose: (answers) => answer(answers),
    withdraw: () => answer(all(false), { action: 'withdraw' }),
    acceptedCategory(name) {
      assertKnown(asked.categories, name)
      return allows($decision.get(), asked, name)
    },
    acceptedService(name) {
      assertKnown(asked.services, name)
      return allows($decision.get(), asked, asked.services.get(name)?.category ?? '', name)
    },
    whenAccepted: (name) =>
      new Promise((resolve) => {
        const isAccepted = asked.services.has(name) ? consent.acceptedService : consent.acceptedCategory
        const look = (): void => {
          if (!isAccepted(name)) return
          stop()
          resolve()
        }
        const stop = $decision.listen(look)
        look()
      }),
    showBanner: () => $view.set('notice'),
    showPreferences: () => $view.set('preferences'),
    hide: () => running?.dismiss(),
    setLanguage(code) {
      $language.set(matchLanguage([code], languagesOf(options)) ?? $language.get())
    },
    onConsent(listener) {
      const decision = $decision.get()
      const undo = listen<{ decision: Decision }>('consent', (detail) => listener(detail.decision))
      if (decision) listener(decision)
      return undo
    },
    onChange: (listener) =>
      listen<{ decision: Decision; previous: Decision | null }>('change', ({ decision, previous }) =>
        listener(decision, previous),
      ),
    onError(listener) {
      errors.forEach(listener)
      return listen('error', listener)
    },
    records: async () =>
      files.use('records', (file: typeof import('./on-demand/records.ts')) => file.readRecords()),
    scan: (root) => running?.scan(root),
  }
  const state: State = {
    consent,
    options,
    ports,
    files,
    asked,
    $view,
    $language,
    report,
    publish(stored, status, isNews) {
      const previous = $decision.get()
      // The cookie's own text and the secret stay inside.
      const { secret: _, text: __, ...decision } = stored ?? { secret: '', text: '' }
      try {
        $status.set(status)
        $decision.set(stored && (decision as Decision))
      } catch (error) {
        // A subscriber of the stores threw; the listeners below still hear of it.
        reportError(error)
      }
      if (stored) emit('consent', { decision })
      if (stored && isNews) emit('change', { decision, previous })
    },
    refuse: (action, event) => void answer(all(false), { action, event }),
    catalogueOf: (language) => (language in ports.reopenLabels ? language : (options.defaultLanguage ?? 'ru')),
  }
  return consent
}

const each = (names: readonly string[], allowed: boolean): Record<string, boolean> =>
  Object.fromEntries(names.map((name) => [name, allowed]))
