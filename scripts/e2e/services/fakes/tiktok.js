import { keep, newId, note, read, send } from './vendor.js'

// TikTok Pixel. `holdConsent` keeps events until `grantConsent` sends them or `revokeConsent` drops them.

const list = window.ttq
const pixels = Object.keys(list._i)
const held = []
let state = 'granted'

const track = (event) => {
  if (state === 'held') held.push(event)
  if (state !== 'granted') return
  keep('_ttp', read('_ttp') ?? newId(), 389)
  for (const id of pixels) send('https://analytics.tiktok.com/api/v2/pixel', { id, event })
}

const commands = {
  holdConsent() {
    state = 'held'
  },
  grantConsent() {
    state = 'granted'
    held.splice(0).forEach(track)
  },
  revokeConsent() {
    state = 'revoked'
    held.splice(0)
  },
  page: () => track('Pageview'),
  track,
}

const take = ([method, ...args]) => {
  note('ttq', [method, ...args])
  commands[method]?.(...args)
}

window.ttq = Object.fromEntries(
  list.methods.map((name) => [name, (...args) => take([name, ...args])]),
)
// The list that it was keeps its place for code that pushes.
window.ttq.push = (...calls) => calls.forEach(take)
list.forEach(take)
