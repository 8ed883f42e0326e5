import { h, type VNode } from 'preact'
import type { DialogScene } from '../preferences/dialog-scene.ts'
import { type Asking, CHANNELS, requestAddress, RIGHTS } from './request-address.ts'

interface FormProps extends DialogScene {
  readonly asking: Asking
}

/** Prepares an e-mail to the operator: which right, about which consent, and how to answer. */
export function RequestForm({ state, words, asking, redraw }: FormProps): VNode | null {
  const { say, own } = words
  const email = own(state.options.operator?.email)
  if (!email) return null
  const choose = <Name extends 'right' | 'channel'>(
    name: Name,
    values: readonly Asking[Name][],
  ) => (
    <label>
      <span>{say(`receipt.${name}`)}</span>
      <select
        value={asking[name]}
        onChange={({ currentTarget }) => {
          asking[name] = currentTarget.value as Asking[Name]
          redraw()
        }}
      >
        {values.map((value) => (
          <option key={value} value={value}>
            {say(`receipt.${name}s.${value}`)}
          </option>
        ))}
      </select>
    </label>
  )
  const address = requestAddress({
    ...asking,
    email,
    say,
    site: location.origin,
    consentId: state.consent.$decision.get()?.consentId,
  })
  return (
    <div part="request">
      <h4>{say('receipt.request')}</h4>
      {choose('right', RIGHTS)}
      {choose('channel', CHANNELS)}
      <a href={address}>{say('receipt.write')}</a>
    </div>
  )
}
