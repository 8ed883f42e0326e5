import { useStore } from '@nanostores/preact'
import { h } from 'preact'
import { useState } from 'preact/hooks'
import { fieldsOf } from '../project/fields.ts'
import { $language, $project, setValue } from '../project/state.ts'
import type { Tree } from '../project/tree.ts'
import { LANGUAGES, type Language, visitorTexts } from '../texts.ts'
import { SchemaField } from './schema-field.tsx'
import { Section } from './section.tsx'
import { Segments } from './segments.tsx'
import { TextField } from './text-field.tsx'
import { idOf, useProblem, useSay } from './use-state.ts'

const PATH = ['options', 'languages'] as const
/** Texts that owners ask to change, and what they are called here. */
const KEYS = [
  ['notice.title', 'noticeTitle'],
  ['notice.body', 'noticeBody'],
  ['notice.accept', 'noticeAccept'],
  ['notice.reject', 'noticeReject'],
  ['notice.customise', 'noticeCustomise'],
  ['notice.policy', 'noticePolicy'],
  ['preferences.title', 'preferencesTitle'],
  ['preferences.body', 'preferencesBody'],
] as const

/** Which languages there are, and what is said in them. */
export function LanguagesSection(): h.JSX.Element {
  const say = useSay()
  return (
    <Section name="languages" hasHint={false}>
      <Offered />
      {fieldsOf('languages').map((field) => (
        <SchemaField key={field.path.join('.')} field={field} base={['options']} />
      ))}
      <details>
        <summary>{say('languages.texts')}</summary>
        <OwnTexts />
      </details>
    </Section>
  )
}

function Offered(): h.JSX.Element {
  const say = useSay()
  const problem = useProblem(PATH)
  const { languages } = useStore($project).options
  const offered = Array.isArray(languages) ? (languages as readonly Tree[]) : LANGUAGES
  const toggle = (language: Language): void => {
    const others = offered.filter((each) => each !== language)
    const next = others.length < offered.length ? others : [...offered, language]
    const isUsual = JSON.stringify(next) === JSON.stringify(LANGUAGES)
    setValue(PATH, isUsual ? undefined : next)
  }
  return (
    <fieldset class="ticks" id={idOf(PATH)} tabIndex={-1}>
      <legend>{say('languages.offered')}</legend>
      {LANGUAGES.map((language) => (
        <label class="tick" key={language}>
          <input
            type="checkbox"
            checked={offered.includes(language)}
            onChange={() => toggle(language)}
          />
          {say(`language.${language}`)}
        </label>
      ))}
      {problem && <p class="problem">{problem}</p>}
    </fieldset>
  )
}

function OwnTexts(): h.JSX.Element {
  const say = useSay()
  const [language, setLanguage] = useState<Language>($language.get())
  return (
    <div>
      <p class="hint">{say('languages.hint')}</p>
      <Segments
        name="texts-language"
        label={say('languages.of')}
        choices={LANGUAGES.map((each) => [each, say(`language.${each}`)])}
        value={language}
        onChange={setLanguage}
      />
      {KEYS.map(([key, name]) => (
        <TextField
          key={`${language} ${key}`}
          path={['options', 'texts', language, key]}
          label={say(`text.${name}`)}
          placeholder={visitorTexts[language][key] ?? ''}
        />
      ))}
    </div>
  )
}
