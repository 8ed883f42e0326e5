/**
 * What both pages ask about, and what `npx kelisim archive consent.js` archives. The server writes the visitor's
 * country into <html data-country>: it decides where records go, and whose law holds.
 */
const { country } = document.documentElement.dataset

;(window.kelisim ||= []).push({
  profile: country === 'RU' ? 'RU' : 'KZ',
  country,
  operator: {
    name: 'ТОО «Ойлан»',
    bin: '123456789013',
    inn: '1234567894',
    address: 'Республика Казахстан, 050000, г. Алматы, ул. Абая, 10',
    email: 'privacy@oilan.example',
    country: 'KZ',
    timeZone: 'Asia/Almaty',
  },
  policy: {
    version: '2026-09-12',
    url: '/privacy/',
    archive: '/policy/',
    summary: {
      ru: 'Обучение модели на ваших запросах стало отдельным согласием.',
      kk: 'Модельді сұрауларыңызда үйрету бөлек келісім болды.',
      en: 'Training the model on your prompts is a consent of its own now.',
    },
    upcoming: {
      version: '2027-03-01',
      url: '/privacy/2027-03-01.html',
      effectiveFrom: '2027-03-01T00:00:00+05:00',
      summary: {
        ru: 'Запросы без согласия на обучение будут храниться 90 дней вместо 180.',
        kk: 'Үйретуге келісімсіз сұраулар 180 күннің орнына 90 күн сақталады.',
        en: 'Prompts without consent to training will be kept for 90 days, not 180.',
      },
    },
  },
  categories: [
    'functional',
    'analytics',
    {
      id: 'ai-training',
      label: { ru: 'Обучение ИИ', kk: 'ЖИ үйрету', en: 'AI training' },
      description: {
        ru: 'Ваши запросы и ответы на них помогают обучать модель. Без согласия они для этого не используются.',
        kk: 'Сұрауларыңыз бен оларға берілген жауаптар модельді үйретуге көмектеседі. Келісімсіз олар бұл үшін қолданылмайды.',
        en: 'Your prompts and the answers help to train the model. Without consent they are not used for that.',
      },
    },
  ],
  services: [
    {
      id: 'sign-in',
      category: 'necessary',
      legalBasis: 'contract',
      name: 'Ойлан',
      vendor: 'ТОО «Ойлан»',
      country: 'KZ',
      purpose: {
        ru: 'Узнаёт вас после входа и хранит черновик запроса',
        kk: 'Кіргеннен кейін сізді таниды және сұрау жобасын сақтайды',
        en: 'Knows you after you signed in, and keeps a draft',
      },
      storage: [
        { kind: 'cookie', name: 'session', lifetime: 'session' },
        { kind: 'session', name: 'draft', lifetime: 'session' },
      ],
    },
    {
      id: 'voice',
      category: 'functional',
      name: 'Voice Input',
      vendor: 'Voice Lab, Inc.',
      country: 'US',
      privacyUrl: 'https://voice.example/privacy',
      purpose: {
        ru: 'Превращает вашу речь в текст запроса',
        kk: 'Сөйлегеніңізді сұрау мәтініне айналдырады',
        en: 'Turns your speech into the text of a prompt',
      },
      storage: [{ kind: 'idb', name: 'voice-models', lifetime: 'persistent' }],
    },
    {
      id: 'visits',
      category: 'analytics',
      name: 'Visit Counter',
      vendor: 'ТОО «Есеп»',
      country: 'KZ',
      privacyUrl: 'https://visits.example/privacy',
      purpose: {
        ru: 'Считает посещения без имени, адреса и номера посетителя',
        kk: 'Келуді атсыз, мекенжайсыз және келуші нөмірінсіз санайды',
        en: 'Counts visits without a name, an address or a number of the visitor',
      },
      storage: [{ kind: 'local', name: 'visits_seen', lifetime: 'P30D' }],
    },
    {
      id: 'model-training',
      category: 'ai-training',
      name: 'Ойлан Research',
      vendor: 'ТОО «Ойлан»',
      country: 'KZ',
      purpose: {
        ru: 'Обучает модель на запросах, из которых убраны имена и контакты',
        kk: 'Аттары мен байланыс деректері алынған сұрауларда модельді үйретеді',
        en: 'Trains the model on prompts whose names and contacts were removed',
      },
    },
  ],
  ledger: {
    KZ: 'https://records.oilan.example/',
    RU: 'https://records-ru.oilan.example/',
    default: 'https://records.oilan.example/',
  },
})
