// As the read-me of its package; a service of one's own per category. Texts in Russian come with it.
window.tarteaucitronForceLanguage = 'ru'
tarteaucitron.init({
  privacyUrl: '/privacy',
  bodyPosition: 'bottom',
  hashtag: '#tarteaucitron',
  cookieName: 'tarteaucitron',
  orientation: 'middle',
  groupServices: false,
  showDetailsOnClick: true,
  serviceDefaultState: 'wait',
  showAlertSmall: false,
  cookieslist: false,
  showIcon: true,
  iconPosition: 'BottomRight',
  adblocker: false,
  DenyAllCta: true,
  AcceptAllCta: true,
  highPrivacy: true,
  handleBrowserDNTRequest: false,
  removeCredit: false,
  moreInfoLink: true,
  useExternalCss: false,
  useExternalJs: false,
  mandatory: true,
  mandatoryCta: true,
  googleConsentMode: true,
})
;['functional', 'analytics', 'marketing'].forEach(function (category, place) {
  // Its own services are loaded later, and one of them is called "analytics".
  var key = 'school-' + category
  tarteaucitron.services[key] = {
    key: key,
    type: category === 'analytics' ? 'analytic' : category === 'marketing' ? 'ads' : 'other',
    name: category,
    needConsent: true,
    cookies: [],
    js: function () {
      var count = Number(document.documentElement.getAttribute('data-gated'))
      for (var index = place; index < count; index += 3)
        tarteaucitron.addScript('https://tracker.example/gated-' + index + '.js')
    },
  }
  ;(tarteaucitron.job = tarteaucitron.job || []).push(key)
})
