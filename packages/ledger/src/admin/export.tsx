import { h, type VNode } from 'preact'
import { useState } from 'preact/hooks'
import { saveBlob } from '../../../ui/src/receipt/save-file.ts'
import { Message } from './controls.tsx'
import { faultOf, type LedgerClient, type Period } from './ledger-client.ts'
import type { Words } from './words.ts'

interface ExportProps {
  readonly client: LedgerClient
  readonly period: Period
  readonly words: Words
}

/** Saves the records of a period as a file. */
export function Export({ client, period, words }: ExportProps): VNode {
  const [said, setSaid] = useState('')
  const save = async (format: 'csv' | 'jsonl') => {
    setSaid('admin.loading')
    try {
      const name = `records-${period.from}-${period.to}.${format}`
      saveBlob(name, await client.exported(format, period))
      setSaid('')
    } catch (error) {
      setSaid(`admin.fault.${faultOf(error)}`)
    }
  }
  const { say } = words
  return (
    <fieldset class="row">
      <legend>{say('admin.export')}</legend>
      <button type="button" onClick={() => void save('csv')}>
        {say('admin.csv')}
      </button>
      <button type="button" onClick={() => void save('jsonl')}>
        {say('admin.jsonl')}
      </button>
      <Message text={said && say(said)} />
    </fieldset>
  )
}
