import type { Purpose } from './preset.ts'

/** For counters and product analytics. */
export const countVisits: Purpose = {
  kk: 'Сайтқа кірулерді санап, оның қалай пайдаланылатынын көрсетеді.',
  ru: 'Считает посещения и показывает, как пользуются сайтом.',
  en: 'Counts visits and shows how the site is used.',
}

/** For session replay. */
export const recordActions: Purpose = {
  kk: 'Келушінің беттегі әрекеттерін жазып алады: тінтуірдің қозғалысын, басуларды, айналдыруды және енгізілген мәтінді.',
  ru: 'Записывает действия посетителя на странице: движения мыши, нажатия, прокрутку и ввод.',
  en: 'Records what a visitor does on the page: mouse movements, clicks, scrolling and input.',
}

/** For advertising pixels. */
export const measureAds: Purpose = {
  kk: 'Жарнаманың нәтижесін өлшейді және оны сайтта болған адамдарға көрсетеді.',
  ru: 'Измеряет результат рекламы и показывает её тем, кто уже был на сайте.',
  en: 'Measures what ads lead to and shows them to people who visited the site.',
}

/** Added for services that are contacted before consent. */
export const beforeConsent: Purpose = {
  kk: 'Сервис келісімге дейін де іске қосылады, бірақ оған дейін браузерде ештеңе сақтамауы керек.',
  ru: 'Сервис вызывается ещё до согласия, но до него не должен ничего хранить в браузере.',
  en: 'The service is contacted even before you agree, but must not store anything in the browser until then.',
}

/** For ad slots. */
export const showAds: Purpose = {
  kk: 'Беттерде жарнама көрсетеді және көрсетілімдерін санайды.',
  ru: 'Показывает рекламу на страницах и считает её показы.',
  en: 'Shows ads on the pages and counts how often they are seen.',
}

/** For tag managers. */
export const loadTags: Purpose = {
  kk: 'Сайт иесі таңдаған басқа аналитика және жарнама сервистерін жүктейді.',
  ru: 'Загружает другие сервисы аналитики и рекламы, выбранные владельцем сайта.',
  en: 'Loads other analytics and advertising services that the owner of the site chose.',
}

/** For call tracking. */
export const trackCalls: Purpose = {
  kk: 'Қоңыраулар мен өтінімдердің қай жарнамадан келгенін анықтайды.',
  ru: 'Определяет, какая реклама привела к звонкам и заявкам.',
  en: 'Finds out which ads led to calls and requests.',
}

/** For chats. */
export const chat: Purpose = {
  kk: 'Сайтта чат арқылы сөйлесуге мүмкіндік береді.',
  ru: 'Позволяет переписываться в чате на сайте.',
  en: 'Lets you talk to us in a chat on the site.',
}

/** For chats and forms that also keep the pages viewed. */
export const chatAndHistory: Purpose = {
  kk: 'Чатқа жазуға немесе форма жіберуге мүмкіндік береді және қаралған беттерді есте сақтайды.',
  ru: 'Позволяет написать в чат или отправить форму и запоминает просмотренные страницы.',
  en: 'Lets you write in a chat or send a form, and remembers the pages viewed.',
}

/** For maps. */
export const showMap: Purpose = {
  kk: 'Бетте карта көрсетеді.',
  ru: 'Показывает карту на странице.',
  en: 'Shows a map on the page.',
}

/** For video players. */
export const playVideo: Purpose = {
  kk: 'Бетте бейне ойнатады.',
  ru: 'Показывает видео на странице.',
  en: 'Plays a video on the page.',
}

/** For payment buttons. */
export const payByButton: Purpose = {
  kk: 'Kaspi арқылы сатып алу батырмасын көрсетеді.',
  ru: 'Показывает кнопку для покупки через Kaspi.',
  en: 'Shows a button for buying through Kaspi.',
}
