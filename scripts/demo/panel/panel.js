// Shows beside the page what its visitor's choice does. Not a part of the example itself.
import { forgetEverything, readServices, readStorage } from './page-state.js'
import { texts } from './texts.js'

const { lang } = document.documentElement
const words = texts[lang]
const REFRESH_MS = 500
const SHOWN_REQUESTS = 14

const fill = (text, values) => text.replace(/{{(\w+)}}/g, (_, name) => values[name])

/** Makes an element with a class, and texts or elements inside. */
function make(tag, name, ...inside) {
  const element = document.createElement(tag)
  element.className = name
  element.append(...inside)
  return element
}

function button(text, press) {
  const element = make('button', '', text)
  element.addEventListener('click', press)
  return element
}

function anchor(text, href) {
  const element = make('a', '', text)
  element.href = href
  return element
}

/** A heading with a list or a text below that is drawn again when `read` gives something new. */
function live(title, read, draw) {
  const content = make('div', 'kd-content')
  let shown
  const refresh = () => {
    const now = read()
    const text = JSON.stringify(now)
    if (text === shown) return
    shown = text
    content.replaceChildren(...draw(now))
  }
  refresh()
  setInterval(refresh, REFRESH_MS)
  window.addEventListener('kelisim:consent', refresh)
  return make('section', '', make('h3', '', title), content)
}

const requests = []
new EventSource('/requests').addEventListener('message', ({ data }) =>
  requests.push(JSON.parse(data)),
)

function drawStatus(services) {
  const isDecided = window.kelisim?.$status?.get() === 'decided'
  if (!isDecided) return [make('p', 'kd-status', words.undecided)]
  const { categories } = window.kelisim.$decision.get()
  const known = new Set(services.map(({ category }) => category))
  const allowed = [...known].filter((id) => categories[id]).map((id) => words.category[id])
  const text = fill(words.decided, { allowed: allowed.join(', ') || words.nothing })
  return [make('p', 'kd-status kd-decided', text)]
}

const drawServices = (services) =>
  services.map(({ name, category, state }) =>
    make(
      'div',
      `kd-row kd-${state}`,
      make('i', 'kd-dot'),
      make('b', '', name),
      make('span', 'kd-muted', words.category[category]),
      make('span', 'kd-state', words[state]),
    ),
  )

function drawRequests(all) {
  if (all.length === 0) return [make('p', 'kd-muted', words.noRequests)]
  const rows = all.toReversed().slice(0, SHOWN_REQUESTS)
  const isBefore = (request) => request?.at < performance.timeOrigin
  const count = all.filter((request) => !isBefore(request)).length
  const list = rows.flatMap((request, index) => {
    const { at, method, path, bytes } = request
    const isEarlier = isBefore(request)
    const row = make(
      'div',
      isEarlier ? 'kd-row kd-earlier' : 'kd-row',
      make('time', 'kd-muted', new Date(at).toLocaleTimeString('ru')),
      make('code', '', `${method} ${path}`),
      make('span', 'kd-state', bytes ? fill(words.bytes, { count: bytes }) : ''),
    )
    const isFirst = isEarlier && !isBefore(rows[index - 1])
    return isFirst ? [make('p', 'kd-divider', words.earlier), row] : [row]
  })
  return [make('p', 'kd-sent', fill(words.sent, { count })), ...list]
}

function drawStorage(entries) {
  if (entries.length === 0) return [make('p', 'kd-muted', words.empty)]
  return entries.map(({ kind, key, value, isOurs }) => {
    const text = make('code', '', key, make('span', 'kd-muted', ` ${value}`))
    text.title = value
    return make(
      'div',
      'kd-row',
      make('span', `kd-kind kd-${kind}`, kind),
      text,
      make('span', 'kd-state', isOurs ? words.ours : ''),
    )
  })
}

function drawNext(services) {
  if (window.kelisim?.$status?.get() !== 'decided') {
    return [make('p', '', `${words.nextNone} ${words.nextAsk}`)]
  }
  const names = services.filter(({ isAllowed }) => isAllowed).map(({ name }) => name)
  const text = names.length ? fill(words.nextAll, { names: names.join(', ') }) : words.nextNone
  return [make('p', '', text)]
}

const style = document.createElement('link')
style.rel = 'stylesheet'
style.href = '/panel/panel.css'
document.head.append(style)

// The status of the instance is part of what is compared, so that an answer is seen at once.
const readAnswered = () => [readServices(), window.kelisim?.$status?.get()]
const ofServices =
  (draw) =>
  ([services]) =>
    draw(services)

const panel = make(
  'aside',
  '',
  make('h2', '', words.title),
  make('p', 'kd-muted', words.intro),
  live('', readAnswered, ofServices(drawStatus)),
  make(
    'div',
    'kd-buttons',
    button(words.preferences, () => window.kelisim.showPreferences()),
    button(words.reload, () => location.reload()),
    button(words.forget, forgetEverything),
  ),
  make('p', '', anchor(words.studio, '/studio/')),
  live(words.services, readServices, drawServices),
  live(words.next, readAnswered, ofServices(drawNext)),
  live(words.requests, () => requests, drawRequests),
  live(words.storage, readStorage, drawStorage),
)
panel.id = 'demo-panel'
panel.setAttribute('aria-label', words.title)

const link = anchor(`${words.title} ↓`, '#demo-panel')
link.id = 'demo-link'

document.body.prepend(link)
document.body.append(panel)
