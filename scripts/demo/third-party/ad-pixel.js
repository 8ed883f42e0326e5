// A third party in small: keeps what it knows in web storage, which no cookie list shows.
;(() => {
  const { origin } = new URL(document.currentScript.src)
  const profile = JSON.parse(localStorage.getItem('ad_pixel') ?? '{"seen":[]}')
  profile.seen = [...new Set([...profile.seen, location.pathname])]
  localStorage.setItem('ad_pixel', JSON.stringify(profile))
  sessionStorage.setItem('ad_pixel_visit', String(Date.now()))
  window.adPixel = profile
  navigator.sendBeacon(`${origin}/pixel`, JSON.stringify(profile))
})()
