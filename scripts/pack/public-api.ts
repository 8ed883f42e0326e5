/** TypeScript that uses everything the package exports; compiled in an application, never run. */
export const publicApi = `
import {
  type Answers,
  type Consent,
  ConsentError,
  type ConsentRecord,
  createConsent,
  type Decision,
  type Options,
  type Service,
} from 'kelisim'
import { archiveFiles, type PolicyArchive, shownText } from 'kelisim/archive'
import { declarationCss, declarationHtml, declarationMarkdown } from 'kelisim/declaration'
import { followLanguage, i18nextTexts } from 'kelisim/i18next'
import { readDecision } from 'kelisim/server'
import { defineService, type Preset, yandexMetrika, youtube } from 'kelisim/services'
import { choiceCookie, writeChoice } from 'kelisim/testing'
import { type OptionProblem, problemsOf } from 'kelisim/validator'

const service: Service = {
  id: 'chat',
  category: 'functional',
  load: ({ loadScript, signal, allowed }) => (allowed() && !signal.aborted ? loadScript('/a.js') : 0),
}
const options: Options = { services: [service], categories: ['functional', { id: 'ai', label: 'AI' }] }
const consent: Consent = createConsent(options)
const undo: () => void = consent.onChange((decision: Decision, previous: Decision | null) => {
  const isAllowed: boolean | undefined = decision.categories['ai']
  console.log(isAllowed, previous?.at)
})
const answers: Answers = { categories: { ai: true }, services: { chat: false } }
const i18n = {
  getResourceBundle: () => ({}),
  on: (_event: 'languageChanged', _listener: (language: string) => void) => undefined,
  off: (_event: 'languageChanged', _listener: (language: string) => void) => undefined,
}

export async function use(): Promise<readonly ConsentRecord[]> {
  await consent.choose(answers)
  await consent.whenAccepted('ai')
  consent.$decision.listen((decision) => console.log(decision?.consentId.length))
  consent.onError((error) => console.log(error instanceof ConsentError, error.code.length))
  undo()
  followLanguage(consent, i18n)()
  createConsent({ texts: i18nextTexts(i18n) })
  const known: readonly Preset[] = [yandexMetrika({ id: 12345678 }), youtube()]
  createConsent({ services: [...known, defineService(service)] })
  const documents: readonly string[] = [
    declarationHtml(options, 'kk', { heading: 2 }),
    declarationMarkdown(options, 'ru'),
    declarationCss,
  ]
  const archived = await archiveFiles(options, { policy: { ru: 'x', en: { html: '<p>x' } }, earlier: ['1'] })
  const archive: PolicyArchive = JSON.parse(archived['2.json'] ?? '')
  for (const record of await consent.records()) console.log(documents, shownText(archive, record)?.length)
  // @ts-expect-error A preset without its id is refused.
  yandexMetrika({})
  writeChoice(options, ['ai'])
  const { name, value } = choiceCookie(options, 'all', 'https://example.kz/')
  const decision: Decision | null = readDecision(\`\${name}=\${value}\`)
  console.log(decision?.expiresAt)
  // @ts-expect-error An option that does not exist is refused.
  createConsent({ polcy: {} })
  // @ts-expect-error The secret of a decision stays inside.
  console.log(decision?.secret)
  const problems: readonly OptionProblem[] = problemsOf(options, 'kk')
  const { findings } = await consent.debug({ panel: false })
  console.log(problems[0]?.repair, findings[0]?.code)
  return consent.records()
}
`
