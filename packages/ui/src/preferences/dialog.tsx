import { h, type VNode } from 'preact'
import { languageSwitch } from '../language-switch.ts'
import { CategoryCard } from './category-card.tsx'
import type { DialogScene } from './dialog-scene.ts'
import { OperatorLine } from './operator-line.tsx'
import { RecordLine } from './record-line.tsx'

/** The preferences: every category and service, and what was answered before. */
export function Dialog(scene: DialogScene): VNode {
  const { state, running, words } = scene
  const { say } = words
  return (
    <dialog
      part="dialog"
      aria-labelledby="preferences"
      lang={words.language}
      dir="auto"
      // Escape closes natively; where the view has moved on already, there is nothing left to close.
      onClose={() => state.$view.get() === 'preferences' && running.dismiss()}
    >
      <header>
        <h2 id="preferences" tabIndex={-1}>
          {say('preferences.title')}
        </h2>
        <button part="close" aria-label={say('preferences.close')} onClick={running.dismiss}>
          ✕
        </button>
      </header>
      <div class="intro">
        <p>{say('preferences.body')}</p>
        {languageSwitch<VNode>(h, state, words)}
      </div>
      {[...state.asked.categories.values()].map((category) => (
        <CategoryCard key={category.id} {...scene} category={category} />
      ))}
      <RecordLine {...scene} />
      <OperatorLine {...scene} />
      <Choices {...scene} />
    </dialog>
  )
}

function Choices({ words: { say }, draft, answer }: DialogScene): VNode {
  return (
    <footer>
      <button part="choice" onClick={(event) => answer('reject-all', false, event)}>
        {say('preferences.reject')}
      </button>
      <button part="choice" onClick={(event) => answer('accept-all', true, event)}>
        {say('preferences.accept')}
      </button>
      <button part="more" onClick={(event) => answer('save', { answers: draft.answers() }, event)}>
        {say('preferences.save')}
      </button>
    </footer>
  )
}
