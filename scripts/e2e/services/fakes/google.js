// What gtag.js and gtm.js do alike: they take the entries of `dataLayer` in order, and later ones as they
// are pushed. Commands are `arguments` objects; other objects are merged into a model
// (developers.google.com/tag-platform: security/concepts/consent-mode, tag-manager/datalayer).
const consent = {}
const onConsent = []

export const takeConsent = ([, kind, state]) => {
  const { wait_for_update: waitMs = 0, ...values } = state
  Object.assign(consent, values)
  if (kind === 'default') google.heard = waitMs ? new Promise((go) => setTimeout(go, waitMs)) : null
  if (kind === 'update') google.heard = null
  onConsent.splice(0).forEach((go) => go())
}

/** What was not set is not denied. */
export const isGranted = (name) => consent[name] !== 'denied'

/** Runs at once, or when an answer has come, or when the wait for one is over. */
export const whenHeard = (run) => {
  if (!google.heard) return run()
  let isOver = false
  const once = () => {
    if (!isOver) run()
    isOver = true
  }
  onConsent.push(once)
  google.heard.then(once)
}

const google = { heard: null }

export const follow = (take) => {
  const layer = window.dataLayer
  // Another of Google's scripts may follow the list already.
  const push = layer.push.bind(layer)
  layer.push = (...entries) => {
    const length = push(...entries)
    entries.forEach(take)
    return length
  }
  layer.slice().forEach(take)
}

export const isCommand = (entry) => Object.prototype.toString.call(entry) === '[object Arguments]'
