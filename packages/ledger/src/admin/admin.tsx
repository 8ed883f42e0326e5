/** The operator's page: what the ledger serves at `admin/`. */
import { Fragment, h, render, type VNode } from 'preact'
import { useEffect, useMemo, useState } from 'preact/hooks'
import { createClient, type Fault, type LedgerClient, type Stats } from './ledger-client.ts'
import { Overview } from './overview.tsx'
import { Search } from './search.tsx'
import { SignIn } from './sign-in.tsx'
import { createWords, LANGUAGES, type Language, languageOf, type Words } from './words.ts'

interface Session {
  readonly client: LedgerClient
  readonly first: Stats
}

function Admin(): VNode {
  const [language, setLanguage] = useState<Language>(languageOf(navigator.languages))
  const [session, setSession] = useState<Session | null>(null)
  const [fault, setFault] = useState<Fault | null>(null)
  const words = useMemo(() => createWords(language), [language])
  useEffect(() => {
    document.documentElement.lang = language
    document.title = words.say('admin.title')
  }, [language])
  // A token that expires ends the session, and takes what was shown from the screen.
  const leave = (reason: Fault | null) => {
    setSession(null)
    setFault(reason)
  }
  const onFault = (reason: Fault) => reason === 'token' && leave(reason)
  return (
    <Fragment>
      <header>
        <h1>{words.say('admin.title')}</h1>
        <LanguageSwitch words={words} onChoose={setLanguage} />
        {session && (
          <button type="button" onClick={() => leave(null)}>
            {words.say('admin.signOut')}
          </button>
        )}
      </header>
      <main>
        {session ? (
          <Fragment>
            <Overview {...session} words={words} onFault={onFault} />
            <Search client={session.client} words={words} onFault={onFault} />
          </Fragment>
        ) : (
          <SignIn
            words={words}
            fault={fault}
            onFault={setFault}
            clientOf={(token) => createClient(token, new URL('../v1/', location.href))}
            onSignedIn={(client, first) => setSession({ client, first })}
          />
        )}
      </main>
    </Fragment>
  )
}

interface LanguageSwitchProps {
  readonly words: Words
  readonly onChoose: (language: Language) => void
}

const LanguageSwitch = ({ words, onChoose }: LanguageSwitchProps): VNode => (
  <fieldset class="languages">
    <legend class="unseen">{words.say('language.group')}</legend>
    {LANGUAGES.map((code) => (
      <button
        key={code}
        type="button"
        lang={code}
        aria-pressed={code === words.language}
        onClick={() => onChoose(code)}
      >
        {words.nameOf('language', code)}
      </button>
    ))}
  </fieldset>
)

render(<Admin />, document.body)
