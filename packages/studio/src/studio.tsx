/** Mounts Studio into its page. */
import { useStore } from '@nanostores/preact'
import { Fragment, h, render } from 'preact'
import { useLayoutEffect } from 'preact/hooks'
import { Form } from './form/form.tsx'
import { StudioHeader } from './form/studio-header.tsx'
import { useSay } from './form/use-state.ts'
import { PreviewPane } from './preview/preview-pane.tsx'
import { $language, startState } from './project/state.ts'
import { readRelease, type Release } from './result/release.ts'
import { ResultPane } from './result/result-pane.tsx'

function Studio({ release }: { release: Release | undefined }): h.JSX.Element {
  const say = useSay()
  const language = useStore($language)
  useLayoutEffect(() => {
    document.documentElement.lang = language
    document.title = say('studio.title')
  }, [language, say])
  return (
    <Fragment>
      <StudioHeader />
      {release ? (
        <main>
          <Form release={release} />
          <div class="outcome">
            <PreviewPane />
            <ResultPane release={release} />
          </div>
        </main>
      ) : (
        <main>
          <p class="problem" role="alert">
            {say('studio.failed')}
          </p>
        </main>
      )}
    </Fragment>
  )
}

startState()
const place = document.getElementById('studio')
const release = await readRelease().catch(() => undefined)
if (place) render(<Studio release={release} />, place)
