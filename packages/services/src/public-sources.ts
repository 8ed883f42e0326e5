/** Crawl of the web whose files list what third parties store; lifetimes were measured. */
export const trackerRadar = 'DuckDuckGo Tracker Radar'

/** List of cookies kept by volunteers. */
export const openCookies = 'Open Cookie Database 2026-01-21'

/** Loaders and calls as another consent tool has them. */
export const tarteaucitron = 'tarteaucitronjs 1.34.0'

/** Calls as another consent tool has them. */
export const c15t = '@c15t/scripts 2.2.0'

/** The vendor's snippet as it stands in public repositories. */
export const publicSnippets = 'Snippets in public repositories'

/** Seen by running the client in Chromium. */
export const browserRun = 'Run in Chromium 156, November 2026'
