import { atom } from 'nanostores'
import type { Consent, Status } from './consent.ts'
import { ConsentError } from './errors.ts'
import { createFiles } from './files.ts'
import { allows } from './model/allows.ts'
import { resolveAsked } from './model/asked.ts'
import type { Decision } from './model/decision.ts'
import type { Options } from './model/options.ts'
import { ownOptions } from './own-options.ts'
import { page } from './platform/page.ts'
import type { Ports } from './ports.ts'
import { readDecision } from './record/read-decision.ts'
import { start } from './start.ts'
import type { Report, State } from './state.ts'
import type { View } from './view.ts'

type LaterCall = keyof typeof import('./on-demand/api.ts')
type ApiFile = Readonly<Record<LaterCall, (state: State, given: unknown) => unknown>>
type ExplainFile = typeof import('./on-demand/explain.ts')
type SiteFile = typeof import('./on-demand/site.ts')

// In an order that packs well.
const LATER =
  'rejectAll scan debug accept choose hide whenAccepted records acceptAll setLanguage setSubject withdraw'.split(
    ' ',
  ) as LaterCall[]

/**
 * Makes one page's consent. Nothing happens to the page, and no global of it is read, before `start()`.
 *
 * @param given What the owner configured; read once.
 * @param ports What the published entry plugs in.
 */
export function createConsent(given: Options, ports: Ports): Consent {
  const options = ownOptions(given)
  const asked = resolveAsked(options)
  const files = createFiles(ports)
  const $decision = atom<Decision | null>(null)
  const $status = atom<Status>('idle')
  const $view = atom<View>('none')
  const $error = atom<ConsentError | null>(null)
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
    (known: ReadonlyMap<string, { readonly category?: string }>, what: 'category' | 'service') =>
    (name: string): boolean => {
      const found = known.get(name)
      if (found) return allows($decision.get(), asked, found.category ?? name, name)
      throw new ConsentError(`unknown-${what}`, `"${name}" (known: ${[...known.keys()]})`)
    }
  const begin = (): void => {
    const run = (read: Parameters<typeof start>[1]): void => {
      if (wanted && !state.running) start(state, read)
    }
    if (options.cookie?.scope === 'site') {
      void files.use('site', (file: SiteFile) => run(file.readSharedDecision))
    } else run(readDecision)
  }
  const later = Object.fromEntries(
    LATER.map((name) => [
      name,
      (given: unknown) => files.use('api', (file: ApiFile) => file[name](state, given)),
    ]),
  ) as unknown as Pick<Consent, LaterCall>
  const consent: Consent = {
    ...later,
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
      state.running?.stop()
      state.running = undefined
      wanted = isNews = false
      set($status, 'idle')
    },
    acceptedCategory: isAccepted(asked.categories as ReadonlyMap<string, object>, 'category'),
    acceptedService: isAccepted(asked.services, 'service'),
    showBanner: () => $view.set('notice'),
    showPreferences: () => $view.set('preferences'),
    onConsent: (listener) => $decision.subscribe((decision) => decision && listener(decision)),
    onChange: (listener) =>
      $decision.listen(
        (decision, previous = null) => isNews && decision && listener(decision, previous),
      ),
    onError: (listener) => $error.subscribe((error) => error && listener(error)),
  }
  const state: State = {
    consent,
    options,
    ports,
    files,
    asked,
    $view,
    $language: atom(''),
    report,
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
