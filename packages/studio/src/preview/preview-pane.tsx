import { useStore } from '@nanostores/preact'
import { h } from 'preact'
import { useState } from 'preact/hooks'
import { Segments } from '../form/segments.tsx'
import { useSay } from '../form/use-state.ts'
import { $language, $problems } from '../project/state.ts'
import { LANGUAGES, type Language } from '../texts.ts'
import { PreviewFrame } from './preview-frame.tsx'
import type { Shown } from './shown.ts'

/** The real notice with what is set up, and what to look at it with. */
export function PreviewPane(): h.JSX.Element {
  const say = useSay()
  const problems = useStore($problems)
  const [screen, setScreen] = useState<'desktop' | 'phone'>('desktop')
  const [scheme, setScheme] = useState<'light' | 'dark'>('light')
  const [language, setLanguage] = useState<Language>($language.get())
  const [layer, setLayer] = useState<Shown['layer']>('notice')
  const [round, setRound] = useState(0)
  const texts = <const Value extends string>(values: readonly Value[]) =>
    values.map((value) => [value, say(`preview.${value}`)] as const)
  return (
    <section class="preview" aria-labelledby="preview-title">
      <h2 id="preview-title">{say('preview.title')}</h2>
      <p class="hint">{say('preview.hint')}</p>
      <div class="tools">
        <Segments
          name="screen"
          label={say('preview.screen')}
          choices={texts(['desktop', 'phone'])}
          value={screen}
          onChange={setScreen}
        />
        <Segments
          name="scheme"
          label={say('preview.scheme')}
          choices={texts(['light', 'dark'])}
          value={scheme}
          onChange={setScheme}
        />
        <Segments
          name="preview-language"
          label={say('preview.language')}
          choices={LANGUAGES.map((each) => [each, say(`language.${each}`)])}
          value={language}
          onChange={setLanguage}
        />
        <Segments
          name="layer"
          label={say('preview.layer')}
          choices={texts(['notice', 'preferences'])}
          value={layer}
          onChange={setLayer}
        />
        <button type="button" onClick={() => setRound(round + 1)}>
          {say('preview.again')}
        </button>
      </div>
      <output class="stale">{problems.length > 0 && say('preview.stale')}</output>
      <PreviewFrame {...{ screen, scheme, language, layer, round }} />
    </section>
  )
}
