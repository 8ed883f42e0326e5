import { h } from 'preact'
import { useState } from 'preact/hooks'
import { importProject } from '../project/import-project.ts'
import { $project } from '../project/state.ts'
import { useSay } from './use-state.ts'

/** Takes over what an owner already has. */
export function ImportBox(): h.JSX.Element {
  const say = useSay()
  const [text, setText] = useState('')
  const [status, setStatus] = useState<readonly [key: string, names?: string]>([''])
  const take = (written: string): void => {
    const imported = importProject(written)
    if ('fault' in imported) return setStatus([imported.fault])
    $project.set(imported.project)
    const { leftOut } = imported
    setStatus(leftOut.length > 0 ? ['import.partly', leftOut.join(', ')] : ['import.done'])
  }
  const [key, names] = status
  return (
    <details class="import">
      <summary>{say('import.title')}</summary>
      <div class="field">
        <label for="import">{say('import.label')}</label>
        <textarea
          id="import"
          rows={5}
          spellcheck={false}
          value={text}
          onInput={({ currentTarget }) => setText(currentTarget.value)}
        />
      </div>
      <div class="field">
        <label for="import-file">{say('import.file')}</label>
        <input
          id="import-file"
          type="file"
          accept=".json,.html,.htm,.txt"
          onChange={({ currentTarget: { files } }) => void files?.[0]?.text().then(take)}
        />
      </div>
      <button type="button" onClick={() => take(text)}>
        {say('import.button')}
      </button>
      <output>{key && say(key, { names })}</output>
    </details>
  )
}
