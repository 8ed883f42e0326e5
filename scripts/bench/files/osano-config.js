// As its documentation of the compliance type "opt-in"; loading is left to the page.
function load() {
  var held = document.querySelectorAll('script[type="text/plain"][data-category]')
  for (var index = 0; index < held.length; index++) {
    var script = document.createElement('script')
    script.src = held[index].getAttribute('src')
    document.head.appendChild(script)
  }
}
window.cookieconsent.initialise({
  type: 'opt-in',
  palette: { popup: { background: '#383b75' }, button: { background: '#f1d600' } },
  content: {
    message: 'Мы используем файлы cookie для статистики и рекламы, только если вы согласны.',
    allow: 'Принять все',
    deny: 'Отклонить',
    link: 'Подробнее',
    href: '/privacy',
    policy: 'Файлы cookie',
  },
  onInitialise: function () {
    if (this.hasConsented()) load()
  },
  onStatusChange: function () {
    if (this.hasConsented()) load()
  },
})
