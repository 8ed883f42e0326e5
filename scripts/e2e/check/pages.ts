import { SHOP, shopPage, TRACKER } from '../pages/shop.ts'
import type { Site } from '../server.ts'

const METRIKA = 'https://mc.yandex.ru'

/** A page that asks nobody and does all that is wrong; its banner only knows one answer. */
export const LEAKING = `${SHOP}/leaking`
/** The same shop as it should be. */
export const CLEAN = `${SHOP}/clean`
/** The same with a service that keeps more than it declares. */
export const SLOPPY = `${SHOP}/sloppy`

const service = (storage: readonly object[]): object => ({
  id: 'counter',
  category: 'analytics',
  hosts: [new URL(TRACKER).hostname],
  storage,
})

function withKelisim(services: readonly object[], markup: string): string {
  const config = { policy: { url: '/privacy' }, services }
  const head = `<script src="/kelisim/kelisim.js"></script>
<script type="application/json" data-kelisim-config>${JSON.stringify(config)}</script>`
  return shopPage({ head, body: markup })
}

const HELD = `<script type="text/plain" data-category="analytics" data-service="counter" src="${TRACKER}/counter.js"></script>`

/** Puts the pages and the third parties on the site. */
export function openPages(site: Site): void {
  site.route(`${METRIKA}/metrika/tag.js`, `document.cookie = '_ym_uid=1; path=/; max-age=9999'`)
  site.route(
    `${TRACKER}/counter.js`,
    `document.cookie = '_counter=1; path=/; max-age=9999'; localStorage.counter_left = 1`,
  )
  site.route(
    LEAKING,
    `<!doctype html><html lang="ru"><head><meta charset="utf-8"><title>Leaking</title>
<link rel="preconnect" href="https://www.googletagmanager.com">
<script src="${METRIKA}/metrika/tag.js"></script>
<script>localStorage.setItem('seen', '1')</script></head><body>
<noscript><img src="https://vk.com/rtrg?p=1" alt=""></noscript><img src="${TRACKER}/pixel.png" alt="">
<div style="position:fixed;bottom:0">Мы используем файлы cookie. <button>Понятно</button></div>
</body></html>`,
  )
  const cookie = { kind: 'cookie', name: '_counter' }
  site.route(CLEAN, withKelisim([service([cookie, { kind: 'local', name: 'counter_left' }])], HELD))
  site.route(
    SLOPPY,
    withKelisim(
      [service([cookie]), { id: 'old', category: 'marketing', hosts: ['old.example'] }],
      `${HELD}<script type="text/plain" data-category="marketing" src="${METRIKA}/metrika/tag.js"></script>`,
    ),
  )
}
