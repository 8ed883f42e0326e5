import { useStore } from '@nanostores/preact'
import { Fragment, h } from 'preact'
import { Copyable } from '../form/copyable.tsx'
import { useSay } from '../form/use-state.ts'
import { $language, $problems, $project } from '../project/state.ts'
import { ArchiveButton } from './archive-button.tsx'
import { writeDeclaration } from './declaration.ts'
import { writeModule } from './module-code.ts'
import { ProblemList } from './problem-list.tsx'
import type { Release } from './release.ts'
import { baseOf, writeSnippet } from './snippet.ts'

/** What an owner takes along; what is to be put right before that. */
export function ResultPane({ release }: { release: Release }): h.JSX.Element {
  const say = useSay()
  const problems = useStore($problems)
  return (
    <section id="result" class="result" tabIndex={-1} aria-labelledby="result-title">
      <h2 id="result-title">{say('result.title')}</h2>
      {problems.length > 0 ? <ProblemList problems={problems} /> : <Ready release={release} />}
    </section>
  )
}

function Ready({ release }: { release: Release }): h.JSX.Element {
  const say = useSay()
  const project = useStore($project)
  const language = useStore($language)
  return (
    <Fragment>
      <Copyable
        id="snippet"
        label={say('result.snippet')}
        hint={say('result.snippetHint', { base: baseOf(project, release) })}
        text={writeSnippet(project, release)}
      />
      <h3>{say('result.archive')}</h3>
      <p class="hint">{say('result.archiveHint')}</p>
      <ArchiveButton release={release} />
      <Copyable
        id="module"
        label={say('result.module')}
        hint={say('result.moduleHint')}
        text={writeModule(project)}
      />
      <Copyable
        id="declaration"
        label={say('result.declaration')}
        hint={say('result.declarationHint')}
        text={writeDeclaration(project, language)}
      />
      <p class="hint">{say(project.options['ledger'] ? 'result.ledger' : 'result.record')}</p>
    </Fragment>
  )
}
