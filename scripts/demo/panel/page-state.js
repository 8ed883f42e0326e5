/** What can be seen from outside of whether a service has run in this page. */
const HAS_RUN = {
  'lesson-video': () =>
    document.querySelector('iframe[data-service="lesson-video"]')?.hasAttribute('src'),
  posthog: () => window.posthog?.__loaded,
  'visit-counter': () => window.visitCounter,
  'ad-pixel': () => window.adPixel,
}

/** The services that the page declares, and what became of each. */
export function readServices() {
  const config = document.querySelector('[data-kelisim-config]')
  const { services } = JSON.parse(config.textContent)
  const isDue = window.kelisim?.$status?.get() !== 'decided'
  return services.map(({ id, name, category }) => {
    const isAllowed = window.kelisim?.acceptedService?.(id) ?? false
    const hasRun = Boolean(HAS_RUN[id]?.())
    return { name, category, isAllowed, state: stateOf(isAllowed, hasRun, isDue) }
  })
}

function stateOf(isAllowed, hasRun, isDue) {
  if (hasRun) return isAllowed ? 'running' : 'lingering'
  if (isAllowed) return 'loading'
  return isDue ? 'held' : 'refused'
}

/** Everything that this page can read in the browser's storage. */
export function readStorage() {
  const cookies = document.cookie.split('; ').filter(Boolean)
  return [
    ...cookies.map((pair) => entry('cookie', pair.split('=')[0], pair.replace(/^[^=]*=/, ''))),
    ...Object.keys(localStorage).map((key) => entry('local', key, localStorage.getItem(key))),
    ...Object.keys(sessionStorage).map((key) => entry('session', key, sessionStorage.getItem(key))),
  ]
}

const entry = (kind, key, value) => ({ kind, key, value, isOurs: /^(__Host-)?kelisim/.test(key) })

/** Leaves the browser as it was before the first visit, and starts over. */
export async function forgetEverything() {
  for (const { kind, key } of readStorage()) {
    if (kind === 'cookie') document.cookie = `${key}=; path=/; max-age=0`
  }
  localStorage.clear()
  sessionStorage.clear()
  await fetch('/forget', { method: 'POST' })
  location.reload()
}
