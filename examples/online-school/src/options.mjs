import { vkAds, yandexMetrika, yandexMetrikaWebvisor, youtube } from 'kelisim/services'

const COUNTER = 12345678

/** What the school asks about; the archive of its policy is made of the same. */
export const options = {
  operator: {
    name: 'ТОО «Кемел»',
    bin: '123456789013',
    address: 'Республика Казахстан, 010000, г. Астана, пр. Мангилик Ел, 20',
    email: 'privacy@kemel.example',
    country: 'KZ',
    timeZone: 'Asia/Almaty',
  },
  policy: {
    version: '2026-06-01',
    url: '/privacy/',
    archive: '/policy/',
    summary: {
      ru: 'Добавлена реклама VK.',
      kk: 'VK жарнамасы қосылды.',
      en: 'Advertising by VK was added.',
    },
  },
  // From this age on a pupil decides alone; below it a parent does.
  minors: { age: 16 },
  categories: ['functional', 'analytics', 'marketing'],
  services: [
    {
      id: 'classroom',
      category: 'necessary',
      legalBasis: 'contract',
      name: 'Кемел',
      vendor: 'ТОО «Кемел»',
      country: 'KZ',
      purpose: {
        ru: 'Открывает ваши уроки после входа',
        kk: 'Кіргеннен кейін сабақтарыңызды ашады',
        en: 'Opens your lessons after you signed in',
      },
      storage: [{ kind: 'cookie', name: 'classroom', lifetime: 'session' }],
    },
    youtube(),
    // Neither a number nor a name of the pupil is sent along.
    yandexMetrika({ id: COUNTER }),
    // What records a screen is refused or allowed by itself.
    yandexMetrikaWebvisor({ id: COUNTER }),
    vkAds({ id: 3210987 }),
  ],
}
