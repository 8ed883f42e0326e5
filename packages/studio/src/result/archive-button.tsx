import { useStore } from '@nanostores/preact'
import { h } from 'preact'
import { useState } from 'preact/hooks'
import { useSay } from '../form/use-state.ts'
import { $language, $project } from '../project/state.ts'
import { makeArchive } from './archive.ts'
import type { Release } from './release.ts'

/** Packs the archive in the browser and hands it to its downloads. */
export function ArchiveButton({ release }: { release: Release }): h.JSX.Element {
  const say = useSay()
  const language = useStore($language)
  const [status, setStatus] = useState('')
  const download = async (): Promise<void> => {
    setStatus('result.packing')
    try {
      save(await makeArchive($project.get(), release, { say, language }), release.version)
      setStatus('')
    } catch {
      setStatus('studio.failed')
    }
  }
  return (
    <p>
      <button type="button" class="main" onClick={() => void download()}>
        {say('result.download')}
      </button>{' '}
      <output>{status && say(status)}</output>
    </p>
  )
}

function save(bytes: Uint8Array<ArrayBuffer>, version: string): void {
  const link = document.createElement('a')
  link.href = URL.createObjectURL(new Blob([bytes], { type: 'application/zip' }))
  link.download = `kelisim-${version}.zip`
  link.click()
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000)
}
