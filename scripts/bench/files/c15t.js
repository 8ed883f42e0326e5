import '@c15t/react/styles.css'
import { ConsentBanner, ConsentDialog, ConsentManagerProvider } from '@c15t/react'
import { createElement } from 'react'
import { createRoot } from 'react-dom/client'

// As its quickstart for React, without a server of its own: it has a user interface for React only.
const categories = ['functionality', 'measurement', 'marketing']
const options = {
  mode: 'offline',
  consentCategories: ['necessary', ...categories],
  overrides: { country: 'DE' },
  scripts: Array.from({ length: Number(document.documentElement.dataset.gated) }, (_, index) => ({
    id: `gated-${index}`,
    src: `https://tracker.example/gated-${index}.js`,
    category: categories[index % 3],
  })),
  i18n: {
    locale: 'ru',
    detectBrowserLanguage: false,
    messages: {
      ru: {
        common: {
          acceptAll: 'Принять все',
          rejectAll: 'Отклонить',
          customize: 'Настроить',
          save: 'Сохранить',
          close: 'Закрыть',
          securedBy: 'Работает на',
        },
        cookieBanner: {
          title: 'Файлы cookie',
          description:
            'Мы используем файлы cookie для статистики и рекламы, только если вы согласны.',
        },
        consentManagerDialog: {
          title: 'Настройки файлов cookie',
          description: 'Выберите, какие файлы cookie можно использовать.',
        },
        consentTypes: {
          necessary: { title: 'Необходимые', description: 'Без них сайт не работает.' },
          functionality: { title: 'Функциональные', description: 'Видео и карты.' },
          measurement: { title: 'Аналитика', description: 'Сколько людей нас читает.' },
          marketing: { title: 'Маркетинг', description: 'Реклама по интересам.' },
        },
      },
    },
  },
}

createRoot(document.querySelector('#consent')).render(
  createElement(
    ConsentManagerProvider,
    { options },
    createElement(ConsentBanner),
    createElement(ConsentDialog),
  ),
)
