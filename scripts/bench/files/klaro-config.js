// As the annotated example of its package; texts in Russian come with it.
window.klaroConfig = {
  version: 1,
  lang: 'ru',
  acceptAll: true,
  translations: {
    zz: { privacyPolicyUrl: '/privacy' },
    ru: {
      purposes: {
        functional: 'Функциональные',
        analytics: 'Аналитика',
        marketing: 'Маркетинг',
      },
    },
  },
  services: [
    { name: 'functional', title: 'Функциональные', purposes: ['functional'] },
    { name: 'analytics', title: 'Аналитика', purposes: ['analytics'] },
    { name: 'marketing', title: 'Маркетинг', purposes: ['marketing'] },
  ],
}
