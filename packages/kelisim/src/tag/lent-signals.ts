type Signals = typeof import('./signals.ts')

/**
 * Stand in for the functions that services call with options that few owners set, so that the others
 * do without their file.
 */
export let bufferCalls: Signals['bufferCalls'] = (_globals, _options, preset) => preset
export let inConsentMode: Signals['inConsentMode'] = (_options, preset) => preset

/** Takes the loan; before any service is made. */
export function borrow(signals: Signals): void {
  ;({ bufferCalls, inConsentMode } = signals)
}
