import i18next, { type i18n as I18n } from 'i18next'

/** The application's own texts, and in the namespace `kelisim` those that it words in its own way. */
const resources = {
  kk: {
    translation: {
      title: 'Кітап дүкені',
      lead: 'Кітаптар екі күнде жетеді.',
      settings: 'Cookie баптаулары',
    },
    kelisim: { notice: { title: 'Дүкендегі cookie' } },
  },
  ru: {
    translation: {
      title: 'Книжный магазин',
      lead: 'Книги приходят за два дня.',
      settings: 'Настройки cookie',
    },
    kelisim: { notice: { title: 'Cookie в нашем магазине' } },
  },
  en: {
    translation: {
      title: 'Bookshop',
      lead: 'Books arrive within two days.',
      settings: 'Cookie settings',
    },
    kelisim: { notice: { title: 'Cookies in our shop', accept: 'Accept them all' } },
  },
}

/** The instance of the application, ready to use. */
export const i18n: I18n = i18next.createInstance()
await i18n.init({ lng: 'kk', fallbackLng: 'ru', resources })
