import { keep, newId, note, read, send } from './vendor.js'

// Yandex Metrika. The queue of the snippet is `ym.a`. `disableYaCounter<id>` is read when a counter is made
// and never again; `destruct` ends one. The visitor's id is in a cookie on the root domain and in local
// storage, and each is made from the other (yandex.com/support/metrica: general/user-opt-out,
// objects/destruct; cookie names as crawled by Tracker Radar).

const counters = new Map()

const make = (id, settings = {}) => {
  if (window[`disableYaCounter${id}`]) return
  const visitor = read('_ym_uid') ?? localStorage.getItem('_ym_uid') ?? newId()
  keep('_ym_uid', visitor)
  keep('_ym_d', Math.round(Date.now() / 1000))
  keep('_ym_isad', '2', 20 / 24)
  localStorage.setItem('_ym_uid', visitor)
  const hit = (fields) => send(`https://mc.yandex.ru/watch/${id}`, fields)
  const timer = setInterval(() => localStorage.setItem(`_ym${id}_lsid`, Date.now()), 200)
  counters.set(id, {
    hit: (url) => hit({ 'page-url': url }),
    reachGoal: (goal) => hit({ 'page-url': `goal://${location.host}/${goal}` }),
    destruct() {
      clearInterval(timer)
      counters.delete(id)
      delete window[`yaCounter${id}`]
    },
  })
  window[`yaCounter${id}`] = counters.get(id)
  if (!settings.defer) hit({ 'page-url': location.href })
}

const take = (call) => {
  note('ym', call)
  const [id, method, ...rest] = call
  if (method === 'init') make(id, ...rest)
  else counters.get(id)?.[method]?.(...rest)
}

const waiting = window.ym.a
window.ym = (...call) => take(call)
waiting.forEach(take)
