import { atom } from 'nanostores'
import type { Consent, Status } from './consent.ts'
import { ConsentError } from './errors.ts'
import { createFiles } from './files.ts'
import { findLanguage } from './languages.ts'
import { allows } from './model/allows.ts'
import { resolveAsked } from './model/asked.ts'
import type { Decision } from './model/decision.ts'
import type { Options } from './model/options.ts'
import type { By, Request } from './on-demand/answer.ts'
import { page } from './platform/page.ts'
import { ownOptions } from './own-options.ts'
import type { Ports } from './ports.ts'
import { readDecision } from './record/read-decision.ts'
import { start } from './start.ts'
import type { Report, Running, State } from './state.ts'
import type { View } from './view.ts'

type AnswerFile = typeof import('./on-demand/answer.ts')
type ExplainFile = typeof import('./on-demand/explain.ts')
type SiteFile = typeof import('./on-demand/site.ts')
type RecordsFile = typeof import('./on-demand/records.ts')

/**
 * Makes one page's consent. Nothing happens to the page, and no global of it is read, before `start()`.
 *
 * @param given What the owner configured; read once.
 * @param ports What the published entry plugs in.
 */
export function createConsent(given: Options, ports: Ports): Consent {
  const options = ownOptions(given)
  const asked = resolveAsked(options)
  const files = createFiles({
    ...ports,
    load(name, attempt) {
      // A language of the owner's own is laid over the texts of the default one.
      const [stem, language = ''] = name.split('.')
      const isOwn = language && !ports.reopenLabels[language]
      return ports.load(isOwn ? `${stem}.${options.defaultLanguage ?? 'ru'}` : name, attempt)
    },
  })
  const $decision = atom<Decision | null>(null)
  const $status = atom<Status>('idle')
  const $view = atom<View>('none')
  const $language = atom('')
  const $error = atom<ConsentError | null>(null)
  let running: Running | undefined
  let wanted = false
  let isNews = false

  /** Sets a store. What one of its listeners throws reaches no other, and not us. */
  const set = <T>($store: { set(value: T): void }, value: T): void => {
    try {
      $store.set(value)
    } catch (error) {
      reportError(error)
    }
  }
  const emit = (type: string, detail: unknown): void => {
    dispatchEvent(new CustomEvent(`kelisim:${type}`, { detail }))
  }
  const report: Report = async (code, subject, cause) => {
    let error = new ConsentError(code, '', { cause })
    try {
      error = await files.use('explain', (file: ExplainFile) => file.explain(error, subject))
    } catch {
      // The code alone has to do.
    }
    // The one place that writes to the console: whoever integrates has to see it, and the page goes on.
    console.error(error)
    set($error, error)
    emit('error', error)
  }
  const isAccepted =
    (known: ReadonlyMap<string, { readonly category?: string }>) =>
    (name: string): boolean => {
      const found = known.get(name)
      if (found) return allows($decision.get(), asked, found.category ?? name, name)
      throw new ConsentError(
        known === asked.services ? 'unknown-service' : 'unknown-category',
        `"${name}" (known: ${[...known.keys()]})`,
      )
    }
  const respond = (request: Request, by: By = { action: 'api' }): Promise<void> =>
    Promise.resolve(
      files.use(ports.builtIn?.['answer'] ? 'answer' : 'notice', (file: AnswerFile) =>
        file.answer(state, running, request, by),
      ),
    )
  const begin = (): void => {
    if (!wanted) return
    const run = (read: Parameters<typeof start>[1]): void => {
      $language.set(findLanguage(options))
      running = start(state, read)
    }
    if (options.cookie?.scope === 'site') {
      void files.use('site', (file: SiteFile) => run(file.readSharedDecision))
    } else run(readDecision)
  }
  const acceptedCategory = isAccepted(asked.categories as ReadonlyMap<string, object>)
  const acceptedService = isAccepted(asked.services)
  const consent: Consent = {
    $decision,
    $status,
    start() {
      if (wanted) return
      wanted = true
      // A prerendered page is not seen by anybody yet.
      if ((page as { prerendering?: boolean }).prerendering) {
        page.addEventListener('prerenderingchange', begin, { once: true })
      } else begin()
    },
    destroy() {
      running?.stop()
      running = undefined
      wanted = isNews = false
      set($status, 'idle')
    },
    acceptAll: () => respond(true),
    rejectAll: () => respond(false),
    accept: respond,
    choose: (answers) => respond({ answers }),
    withdraw: () => respond(false, { action: 'withdraw' }),
    acceptedCategory,
    acceptedService,
    whenAccepted: (name) =>
      new Promise((resolve) => {
        const look = asked.services.has(name) ? acceptedService : acceptedCategory
        const undo = $decision.listen(() => look(name) && resolve(undo()))
        if (look(name)) resolve(undo())
      }),
    showBanner: () => $view.set('notice'),
    showPreferences: () => $view.set('preferences'),
    hide: () => running?.dismiss(),
    setLanguage: (code) => $language.set(findLanguage(options, code)),
    onConsent: (listener) => $decision.subscribe((decision) => decision && listener(decision)),
    onChange: (listener) =>
      $decision.listen(
        (decision, previous = null) => isNews && decision && listener(decision, previous),
      ),
    onError: (listener) => $error.subscribe((error) => error && listener(error)),
    records: async () => files.use('records', (file: RecordsFile) => file.readRecords()),
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
    respond,
    publish(stored, status) {
      const previous = $decision.get()
      // The cookie's own text and the secret stay inside.
      const decision = stored && { ...stored, secret: undefined, text: undefined }
      set($status, status)
      set($decision, decision)
      if (decision) emit('consent', { decision, previous })
      if (decision && isNews) emit('change', { decision, previous })
      isNews = true
    },
  }
  return consent
}
