import type { Tab } from '../tab.ts'

/** Everything stored on a page's own site by name, sorted; without what Kelisim keeps. */
export function storedNames(tab: Tab): Promise<string[]> {
  return tab.evaluate(async () => {
    const databases = await indexedDB.databases()
    const names = [
      ...document.cookie
        .split('; ')
        .filter(Boolean)
        .map((pair) => `cookie ${pair.split('=')[0]}`),
      ...Object.keys(localStorage).map((name) => `local ${name}`),
      ...Object.keys(sessionStorage).map((name) => `session ${name}`),
      ...databases.map(({ name }) => `idb ${name}`),
      ...(await caches.keys()).map((name) => `cache ${name}`),
    ]
    return names.filter((name) => !/ (__Host-|__Secure-)?kelisim/.test(name)).sort()
  })
}
