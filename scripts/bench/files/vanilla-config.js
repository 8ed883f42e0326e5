import 'https://shop.example/vanilla/cookieconsent.umd.js'

CookieConsent.run({
  categories: {
    necessary: { enabled: true, readOnly: true },
    functional: {},
    analytics: {},
    marketing: {},
  },
  language: {
    default: 'ru',
    translations: {
      ru: {
        consentModal: {
          title: 'Файлы cookie',
          description:
            'Мы используем файлы cookie для статистики и рекламы, только если вы согласны.',
          acceptAllBtn: 'Принять все',
          acceptNecessaryBtn: 'Отклонить',
          showPreferencesBtn: 'Настроить',
        },
        preferencesModal: {
          title: 'Настройки файлов cookie',
          acceptAllBtn: 'Принять все',
          acceptNecessaryBtn: 'Отклонить',
          savePreferencesBtn: 'Сохранить',
          closeIconLabel: 'Закрыть',
          sections: [
            {
              title: 'Необходимые',
              description: 'Без них сайт не работает.',
              linkedCategory: 'necessary',
            },
            {
              title: 'Функциональные',
              description: 'Видео и карты.',
              linkedCategory: 'functional',
            },
            {
              title: 'Аналитика',
              description: 'Сколько людей нас читает.',
              linkedCategory: 'analytics',
            },
            {
              title: 'Маркетинг',
              description: 'Реклама по интересам.',
              linkedCategory: 'marketing',
            },
          ],
        },
      },
    },
  },
})
