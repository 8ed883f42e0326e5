import { useStore } from '@nanostores/preact'
import { h } from 'preact'
import { $fault, $language, $project, packed } from '../project/state.ts'
import { emptyProject } from '../project/project.ts'
import { LANGUAGES } from '../texts.ts'
import { CopyButton } from './copy-button.tsx'
import { ImportBox } from './import-box.tsx'
import { Segments } from './segments.tsx'
import { useSay } from './use-state.ts'

/** What Studio is, its language, and ways in and out. */
export function StudioHeader(): h.JSX.Element {
  const say = useSay()
  const language = useStore($language)
  const fault = useStore($fault)
  return (
    <header>
      <a class="skip" href="#result" onClick={skip}>
        {say('studio.skip')}
      </a>
      <div class="top">
        <h1>{say('studio.title')}</h1>
        <Segments
          name="studio-language"
          label={say('studio.language')}
          choices={LANGUAGES.map((each) => [each, say(`language.${each}`)])}
          value={language}
          onChange={(each) => $language.set(each)}
        />
      </div>
      <p class="lead">{say('studio.lead')}</p>
      {fault && (
        <p class="problem" role="alert">
          {say(fault)}
        </p>
      )}
      <div class="ways">
        <CopyButton
          label={say('studio.share')}
          text={() => `${location.href.replace(/#.*/, '')}#${packed()}`}
        />
        <button type="button" onClick={() => $project.set(emptyProject)}>
          {say('studio.clear')}
        </button>
      </div>
      <ImportBox />
    </header>
  )
}

// The address carries the set-up, so the link must not write into it.
function skip(event: Event): void {
  event.preventDefault()
  document.getElementById('result')?.focus()
}
