import type { Consent } from '../consent.ts'
import type { State } from '../state.ts'
import type { By, Request } from './answer.ts'
import { findLanguage } from './find-language.ts'

type AnswerFile = typeof import('./answer.ts')
type DebugFile = {
  readonly debug: (state: State, how?: Given<'debug'>) => ReturnType<Consent['debug']>
}
type RecordsFile = typeof import('./records.ts')
type Given<Name extends 'accept' | 'choose' | 'debug'> = Parameters<Consent[Name]>[0]

// The calls of a consent that most pages never make. In the script tag they are fetched when one is made.

const answer = (state: State, request: Request, by?: By): Promise<void> =>
  Promise.resolve(state.files.use('answer', (file: AnswerFile) => file.answer(state, request, by)))

export const acceptAll = (state: State): Promise<void> => answer(state, true)

export const rejectAll = (state: State): Promise<void> => answer(state, false)

export const accept = (state: State, names: Given<'accept'>): Promise<void> => answer(state, names)

export const choose = (state: State, answers: Given<'choose'>): Promise<void> =>
  answer(state, { answers })

export const withdraw = (state: State): Promise<void> =>
  answer(state, false, { action: 'withdraw' })

export const records = async (state: State): ReturnType<Consent['records']> =>
  state.files.use('records', async (file: RecordsFile) => {
    // An answer may still wait for its record: the visitor left in the same moment.
    await file.writePending(state)
    return file.readRecords()
  })

export function setLanguage({ options, $language }: State, code: string): void {
  $language.set(findLanguage(options, code))
}

export const setSubject = (state: State, subject: string | null): Promise<void> => {
  state.subject = subject
  // What was answered so far is that person's; it is written down before anything is forgotten.
  return Promise.resolve(
    state.files.use('records', (file: RecordsFile) => file.writePending(state)),
  )
}

export function hide({ running }: State): void {
  running?.dismiss()
}

export function scan({ running }: State, root: ParentNode & Node): void {
  running?.scan(root)
}

export const debug = async (state: State, how?: Given<'debug'>): ReturnType<Consent['debug']> =>
  state.files.use('debug', (file: DebugFile) => file.debug(state, how))

export function whenAccepted({ asked, consent }: State, name: string): Promise<void> {
  const look = asked.services.has(name) ? consent.acceptedService : consent.acceptedCategory
  return new Promise((resolve) => {
    const undo = consent.$decision.listen(() => look(name) && resolve(undo()))
    if (look(name)) resolve(undo())
  })
}
