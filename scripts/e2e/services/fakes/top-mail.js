import { keep, newId, note, read, send } from './vendor.js'

// Top.Mail.ru, the pixel of VK Ads. It has no call about consent; it also fetches a script that
// recognises browsers (cookie names and that address as crawled by Tracker Radar).

const take = (entry) => {
  note('_tmr', entry)
  keep('tmr_lvid', read('tmr_lvid') ?? newId(), 333)
  keep('tmr_lvidTS', Date.now(), 333)
  keep('domain_sid', newId(), 7)
  localStorage.setItem('tmr_lvid', read('tmr_lvid'))
  send('https://top-fwz1.mail.ru/counter', { id: entry.id, e: entry.goal ?? entry.type })
}

const waiting = window._tmr
window._tmr = { push: (...entries) => entries.forEach(take) }
waiting.forEach(take)
document.head.append(
  Object.assign(document.createElement('script'), {
    src: 'https://privacy-cs.mail.ru/static/sync-loader.js',
  }),
)
