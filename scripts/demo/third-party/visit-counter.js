// A third party in small: knows the visitor again by a cookie, and tells its server about each view.
;(() => {
  const { origin } = new URL(document.currentScript.src)
  const known = /(?:^|; )visit_counter=([^.;]+)\.(\d+)/.exec(document.cookie)
  const visitor = known?.[1] ?? crypto.randomUUID()
  const views = Number(known?.[2] ?? 0) + 1
  document.cookie = `visit_counter=${visitor}.${views}; path=/; max-age=31536000; samesite=lax`
  window.visitCounter = { visitor, views }
  navigator.sendBeacon(
    `${origin}/visit`,
    JSON.stringify({ visitor, views, page: location.pathname }),
  )
})()
