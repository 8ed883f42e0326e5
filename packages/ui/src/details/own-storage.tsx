import { h, type VNode } from 'preact'
import { ownStorage } from '../../../core/src/on-demand/own-storage.ts'
import type { DialogScene } from '../preferences/dialog-scene.ts'
import { StorageList } from './storage-list.tsx'

/** What this site keeps of the choice itself: without it everybody would be asked on every page. */
export function OwnStorage({ state, running, words }: DialogScene): VNode {
  const { say } = words
  const storage = ownStorage(state.options, running.platform.secure).map(
    ({ purpose, ...entry }) => ({ ...entry, purpose: say(`details.own.${purpose}`) }),
  )
  return (
    <div class="service" part="service">
      <h4>{say('details.own.name')}</h4>
      <StorageList words={words} storage={storage} />
    </div>
  )
}
