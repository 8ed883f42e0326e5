// A page of yours needs only the first two lines: the rest shows what happens.
const buy = document.querySelector('#buy')
buy.addEventListener('click', () => window.dataLayer?.push({ event: 'purchase', value: 2500 }))

const add = (list, text, data = {}) => {
  const line = document.createElement('li')
  Object.assign(line.dataset, data)
  line.textContent = text
  list.append(line)
}
const names = (answers) =>
  Object.keys(answers)
    .filter((name) => answers[name] === true || answers[name] === 'granted')
    .join(', ') || 'ничего'

/** Writes one entry of the data layer as a person reads it. */
const describe = (entry) => {
  const [command, kind, state] = Array.from(entry)
  if (command === 'consent') return [`consent ${kind}`, `разрешено: ${names(state)}`]
  if (entry.event === 'kelisim_consent')
    return [entry.event, `категории: ${names(entry.kelisim.categories)}`]
  return [entry.event ?? command, '']
}

const layer = document.querySelector('#layer')
// Read and not followed, so that the container finds the list as it is.
setInterval(() => {
  const entries = Array.from(window.dataLayer ?? []).slice(layer.childElementCount)
  for (const [kind, what] of entries.map(describe)) add(layer, `${kind} ${what}`, { kind })
}, 100)

const sent = document.querySelector('#sent')
new PerformanceObserver((list) => {
  for (const { name } of list.getEntries()) {
    const { host, pathname } = new URL(name)
    if (host !== location.host) add(sent, host + pathname, { host })
  }
}).observe({ type: 'resource', buffered: true })
