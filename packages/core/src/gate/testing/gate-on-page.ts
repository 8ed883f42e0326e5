import { atom } from 'nanostores'
import { onTestFinished, vi } from 'vitest'
import type { Decision } from '../../model/decision.ts'
import type { Options } from '../../model/options.ts'
import { resolveAsked } from '../../model/asked.ts'
import type { Files } from '../../files.ts'
import type { Running, State } from '../../state.ts'
import { createGate } from '../gate.ts'
import type { GateSeams } from '../gate-ports.ts'

interface HappyWindow {
  readonly happyDOM?: { readonly settings: Record<string, boolean> }
}

/** What the page of a test may have beside its markup. */
export interface OnPage {
  readonly options?: Options
  /** Files that come when they are asked for, in place of those that do nothing; any other one fails. */
  readonly files?: Readonly<Record<string, unknown>>
  /** Overrides what the instance at work tells. */
  readonly running?: object
}

const NOTHING = { show: () => {}, stop: () => {} }
const FILES = {
  sweep: { cleanUp: () => {} },
  placeholders: { create: () => NOTHING },
  upcoming: { tellTakenBack: () => () => {} },
}

/** Waits until everything that was to happen in a task of its own has happened. */
export const settled = (ms = 0): Promise<void> => new Promise((done) => setTimeout(done, ms))

// Lets the page neither run scripts nor fetch anything: tests tell by events what became of an element.
function fetchNothing(): void {
  const { happyDOM } = window as HappyWindow
  Object.assign(happyDOM?.settings ?? {}, {
    handleDisabledFileLoadingAsSuccess: true,
    disableIframePageLoading: true,
  })
}

// As browsers do for elements that come as markup, and happy-dom does not.
function takeNonces(root: ParentNode): void {
  for (const { content } of root.querySelectorAll('template')) takeNonces(content)
  for (const script of root.querySelectorAll('script'))
    script.nonce = script.getAttribute('nonce') ?? ''
}

/**
 * Puts markup into the page, and a gate of which a test says what is allowed.
 *
 * @param html Content of the body.
 */
export function gateOnPage(html: string, { options = {}, files = {}, running }: OnPage = {}) {
  fetchNothing()
  // The clock stands still, so that no slice ends early on a busy machine.
  vi.spyOn(performance, 'now').mockReturnValue(0)
  document.body.innerHTML = html
  takeNonces(document)
  const allowed = new Set<string>()
  const told: string[] = []
  const fetched: string[] = []
  const $decision = atom<Decision | null>(null)
  const use: Files['use'] = async (name, run) => {
    fetched.push(name)
    await Promise.resolve()
    const file = { ...FILES, ...files }[name]
    if (!file) throw new Error(`no ${name}`)
    return run(file as never)
  }
  const state = {
    options,
    asked: resolveAsked(options),
    consent: { $decision },
    files: { use },
    report: (code: string, subject?: unknown) => {
      told.push(
        `${code} ${subject instanceof Element ? `<${subject.localName}>` : String(subject)}`,
      )
    },
    running: { read: () => null, platform: { gpc: false }, ...running } as unknown as Running,
  } as unknown as State
  const seams: GateSeams = {
    state,
    memory: { done: new WeakSet(), started: new Set() },
    roots: [document.documentElement],
    allows: (category, service) => allowed.has(category) || allowed.has(`${service}`),
  }
  const gate = createGate(seams)
  onTestFinished(() => gate.stop())
  return {
    gate,
    seams,
    state,
    told,
    fetched,
    allowed,
    $decision,
    /** Allows exactly these names, as an answer would. */
    async decide(...names: readonly string[]): Promise<void> {
      allowed.clear()
      for (const name of names) allowed.add(name)
      gate.close()
      gate.open()
      await settled()
    },
    /** Finds the only element that a selector matches. */
    only: <E extends Element = HTMLScriptElement>(selector: string): E => {
      const found = document.querySelectorAll<E>(selector)
      const [first] = found
      if (!first || found.length > 1) throw new Error(`${found.length} of ${selector}`)
      return first
    },
  }
}
