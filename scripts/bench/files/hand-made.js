// What somebody writes by hand in an afternoon: the floor that a library is measured against.
;(function () {
  var NAME = 'hand-made'
  function load() {
    var held = document.querySelectorAll('script[type="text/plain"][data-category]')
    for (var i = 0; i < held.length; i++) {
      var script = document.createElement('script')
      script.src = held[i].getAttribute('src')
      document.head.appendChild(script)
    }
  }
  function answer(isGranted) {
    document.cookie = NAME + '=' + isGranted + '; Max-Age=31536000; Path=/; SameSite=Lax; Secure'
    document.querySelector('.' + NAME).remove()
    if (isGranted) load()
  }
  function choice(text, isGranted) {
    var button = document.createElement('button')
    button.textContent = text
    button.style.cssText = 'flex: 1; padding: 12px; font: inherit; font-weight: 600'
    button.addEventListener('click', function () {
      answer(isGranted)
    })
    return button
  }
  function start() {
    var found = document.cookie.match(NAME + '=(true|false)')
    if (found) return found[1] === 'true' && load()
    var banner = document.createElement('div')
    banner.className = NAME
    banner.style.cssText =
      'position: fixed; left: 16px; bottom: 16px; width: 400px; padding: 16px; background: #fff;' +
      'border: 1px solid #ccc; border-radius: 8px; display: flex; flex-wrap: wrap; gap: 8px'
    var text = document.createElement('p')
    text.style.margin = 0
    text.textContent =
      'Мы используем файлы cookie для статистики и рекламы, только если вы согласны.'
    banner.append(text, choice('Отклонить', false), choice('Принять все', true))
    document.body.appendChild(banner)
  }
  if (document.readyState === 'loading') document.addEventListener('DOMContentLoaded', start)
  else start()
})()
