// Shows what leaves the page and what the answers were, as it happens. A page of yours needs none of this.
const log = document.querySelector('#log')
const note = (text, data = {}) => {
  const line = document.createElement('li')
  Object.assign(line.dataset, data)
  line.textContent = text
  log.append(line)
}

new PerformanceObserver((list) => {
  for (const { name } of list.getEntries()) {
    const { host, pathname } = new URL(name)
    if (host !== location.host) note(`Запрос: ${host}${pathname}`, { host })
  }
}).observe({ type: 'resource', buffered: true })

addEventListener('kelisim:change', ({ detail }) => {
  const allowed = Object.entries(detail.decision.categories).filter(([, isAllowed]) => isAllowed)
  note(`Разрешено: ${allowed.map(([id]) => id).join(', ') || 'ничего'}`)
})
addEventListener('kelisim:error', ({ detail }) => note(detail.message))
