import { h, type VNode } from 'preact'
import type { ConsentRecord } from '../../core/src/on-demand/consent-record.ts'
import type { DialogScene } from './preferences/dialog-scene.ts'
import type { CreatePart } from './preferences/parts.ts'
import css from './receipt.css?inline'
import { ChoiceFacts } from './receipt/choice-facts.tsx'
import { History } from './receipt/history.tsx'
import { iso27560 } from './receipt/iso-27560.ts'
import { kantaraReceipt } from './receipt/kantara.ts'
import { OperatorFacts } from './receipt/operator-facts.tsx'
import { openPrintPage } from './receipt/print-page.ts'
import type { Asking } from './receipt/request-address.ts'
import { RequestForm } from './receipt/request-form.tsx'
import { saveFile } from './receipt/save-file.ts'

export { css }

type RecordsFile = typeof import('../../core/src/on-demand/records.ts')

/** Who asks, and the visitor's own record: what was chosen and when, to take along; and a request to the operator. */
const createReceipt: CreatePart = async ({ state }) => {
  const records = await state.files.use('records', (file: RecordsFile) => file.readRecords())
  const asking: Asking = { right: 'access', channel: 'email' }
  return {
    draw: (scene) => (
      <div class="service receipt">
        <OperatorFacts {...scene} />
        <ChoiceFacts {...scene} />
        <Actions {...scene} records={records} />
        <History {...scene} records={records} />
        <RequestForm {...scene} asking={asking} />
      </div>
    ),
  }
}

function Actions({
  state,
  words,
  records,
}: DialogScene & { readonly records: readonly ConsentRecord[] }): VNode | null {
  const { say, own, nameOf, language } = words
  const { asked, options, consent } = state
  const decision = consent.$decision.get()
  if (!decision) return null
  const save = () => {
    const page = location.origin + location.pathname
    const facts = { asked, options, decision, records, page, own, nameOf }
    const receipt = { iso27560: iso27560(facts), kantara: kantaraReceipt(facts), records }
    saveFile(`kelisim-${decision.consentId}.json`, JSON.stringify(receipt, null, 2))
  }
  const print = (event: Event) => {
    const root = (event.currentTarget as Element).closest('.receipt')
    openPrintPage({
      language,
      title: `${say('receipt.printTitle')} · ${location.host}`,
      print: say('receipt.printNow'),
      content: [
        ...(root?.querySelectorAll('[part=operator], [part=receipt], [part=history]') ?? []),
      ],
    })
  }
  return (
    <p class="actions">
      <button class="link" part="download" onClick={save}>
        {say('receipt.download')}
      </button>
      <button class="link" part="print" onClick={print}>
        {say('receipt.print')}
      </button>
    </p>
  )
}

export default createReceipt
