import { keep, newId, note, send } from './vendor.js'

// Microsoft Clarity. Without consent it records without cookies
// (learn.microsoft.com/clarity/setup-and-installation/clarity-consent-api-v2).

const take = (call) => {
  note('clarity', call)
  const [command, state] = call
  if (command === 'consentv2' && state.analytics_Storage === 'granted') keep('_clck', newId())
}

const waiting = window.clarity.q
window.clarity = (...call) => take(call)
waiting.forEach(take)
send('https://k.clarity.ms/collect')
