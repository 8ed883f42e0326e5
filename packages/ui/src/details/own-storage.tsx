import { h, type VNode } from 'preact'
import type { StorageEntry } from '../../../core/src/model/options.ts'
import type { DialogScene } from '../preferences/dialog-scene.ts'
import { StorageList } from './storage-list.tsx'

/** What this site keeps of the choice itself: without it everybody would be asked on every page. */
export function OwnStorage({ state, running, words }: DialogScene): VNode {
  const { say } = words
  const { cookie } = state.options
  const prefix = cookie?.scope === 'site' ? '__Secure-' : '__Host-'
  const storage: StorageEntry[] = [
    {
      kind: 'cookie',
      name: `${running.platform.secure ? prefix : ''}kelisim`,
      lifetime: `P${cookie?.expiresAfterDays ?? 365}D`,
      purpose: say('details.own.choice'),
    },
    {
      kind: 'local',
      name: 'kelisim-records',
      lifetime: 'persistent',
      purpose: say('details.own.records'),
    },
  ]
  return (
    <div class="service" part="service">
      <h4>{say('details.own.name')}</h4>
      <StorageList words={words} storage={storage} />
    </div>
  )
}
