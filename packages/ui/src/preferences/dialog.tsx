import { h, type VNode } from 'preact'
import { CategoryCard } from './category-card.tsx'
import type { DialogScene } from './dialog-scene.ts'
import { Fold } from './fold.tsx'
import { RecordLine } from './record-line.tsx'

/** The preferences: every category and service, what was answered before, and the visitor's own record. */
export function Dialog(scene: DialogScene): VNode {
  const { state, running, words, age, languageSwitch } = scene
  const { say } = words
  return (
    <dialog
      part="dialog"
      aria-labelledby="preferences"
      lang={words.language}
      dir="auto"
      // Escape closes natively, and this comes later: the view may have moved on, even to another dialog.
      onClose={({ currentTarget }) =>
        currentTarget.isConnected &&
        !currentTarget.open &&
        state.$view.get() === 'preferences' &&
        running.dismiss()
      }
    >
      {/* In a dialog these would be landmarks of the page. */}
      <header role="none">
        <h2 id="preferences" tabIndex={-1}>
          {say('preferences.title')}
        </h2>
        <button part="close" aria-label={say('preferences.close')} onClick={running.dismiss}>
          ×
        </button>
      </header>
      <div class="intro">
        <p>{say('preferences.body')}</p>
        {languageSwitch<VNode>(h, state, words)}
      </div>
      {age?.statement<VNode>(h, words)}
      {[...state.asked.categories.values()].map((category) => (
        <CategoryCard {...scene} category={category} />
      ))}
      <div class="card">
        <Fold {...scene} id="receipt" inside="receipt" summary={say('preferences.receipt')} />
      </div>
      <RecordLine {...scene} />
      <Choices {...scene} />
    </dialog>
  )
}

function Choices({ state, words: { say }, draft, answer }: DialogScene): VNode {
  const among = [...state.asked.categories.keys()]
  return (
    <footer role="none">
      <button part="choice" onClick={(event) => answer('reject-all', false, event)}>
        {say('preferences.reject')}
      </button>
      <button
        part="choice"
        onClick={(event) =>
          answer('accept-all', { all: true, among, beside: draft.answers() }, event)
        }
      >
        {say('preferences.accept')}
      </button>
      <button part="more" onClick={(event) => answer('save', { answers: draft.answers() }, event)}>
        {say('preferences.save')}
      </button>
    </footer>
  )
}
