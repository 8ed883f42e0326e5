import { keep, newId, note, read, send } from './vendor.js'

// Meta Pixel. While consent is revoked nothing is sent and no cookie set; what was tracked meanwhile is sent
// after the grant (developers.facebook.com/docs/meta-pixel/implementation/gdpr).

const pixels = []
const held = []
let isRevoked = false

const start = () => {
  if (pixels.length > 0 && !isRevoked) keep('_fbp', read('_fbp') ?? newId(), 90)
}

const track = (event) => {
  if (isRevoked) held.push(event)
  else for (const id of pixels) send('https://www.facebook.com/tr', { id, ev: event })
}

const take = (call) => {
  note('fbq', call)
  const [command, subject] = call
  if (command === 'consent') {
    isRevoked = subject === 'revoke'
    start()
    if (!isRevoked) held.splice(0).forEach(track)
  }
  if (command === 'init') {
    pixels.push(subject)
    start()
  }
  if (command === 'track') track(subject)
}

window.fbq.callMethod = (...call) => take(call)
window.fbq.queue.splice(0).forEach(take)
