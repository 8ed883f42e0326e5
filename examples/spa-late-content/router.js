// A router as libraries have it: fetches the next page and puts its body in the place of this one.
async function show(url) {
  const response = await fetch(url)
  const next = new DOMParser().parseFromString(await response.text(), 'text/html')
  document.title = next.title
  document.body.replaceWith(document.adoptNode(next.body))
  scrollTo(0, 0)
}

document.addEventListener('click', (event) => {
  const link = event.target.closest('nav a')
  if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return
  event.preventDefault()
  history.pushState(null, '', link.href)
  show(link.href)
})

addEventListener('popstate', () => show(location.href))

// Markup that comes by itself, long after the page: a list that loads more when asked to.
document.addEventListener('click', ({ target }) => {
  if (target.id !== 'more') return
  const item = document.createElement('li')
  item.textContent = `Новость ${document.querySelectorAll('#list li').length + 1}`
  const counter = document.createElement('script')
  counter.type = 'text/plain'
  counter.dataset.category = 'marketing'
  counter.src = 'https://third-party.example/ad-pixel.js'
  item.append(counter)
  document.querySelector('#list').append(item)
})
