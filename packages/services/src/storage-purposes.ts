import type { Purpose } from './preset.ts'

/** For identifiers of a browser. */
export const visitorId: Purpose = {
  kk: 'Келушілерді бір-бірінен ажыратады',
  ru: 'Отличает посетителей друг от друга',
  en: 'Tells visitors apart',
}

/** For what groups page views. */
export const visit: Purpose = {
  kk: 'Бір келудегі бет қаралымдарын біріктіреді',
  ru: 'Объединяет просмотры страниц в один визит',
  en: 'Joins page views into one visit',
}

/** For the time of the first visit. */
export const firstVisit: Purpose = {
  kk: 'Алғашқы келген уақытты есте сақтайды',
  ru: 'Запоминает время первого визита',
  en: 'Remembers the time of the first visit',
}

/** For referrers and campaign tags. */
export const visitSource: Purpose = {
  kk: 'Сайтқа қайдан келгенін есте сақтайды',
  ru: 'Запоминает источник перехода',
  en: 'Remembers where the visit came from',
}

/** For click identifiers of ads. */
export const adResults: Purpose = {
  kk: 'Жарнама арқылы өтулерді және олардың нәтижесін өлшейді',
  ru: 'Измеряет переходы по рекламе и их результат',
  en: 'Measures clicks on ads and what they lead to',
}

/** For identifiers that advertising is chosen by. */
export const adChoice: Purpose = {
  kk: 'Қызығушылықтарға қарай жарнама таңдайды',
  ru: 'Подбирает рекламу по интересам',
  en: 'Chooses ads by interests',
}

/** For the note that ads are blocked. */
export const adBlocker: Purpose = {
  kk: 'Жарнама бұғаттағышының қосулы-өшірулі екенін белгілейді',
  ru: 'Отмечает, включён ли блокировщик рекламы',
  en: 'Notes whether an ad blocker is on',
}

/** For state of session replay. */
export const recording: Purpose = {
  kk: 'Беттегі әрекеттерді жазу үшін қажет',
  ru: 'Нужно для записи действий на странице',
  en: 'Needed to record actions on the page',
}

/** For events that wait to be sent. */
export const unsent: Purpose = {
  kk: 'Оқиғаларды жіберілгенше сақтайды',
  ru: 'Хранит события до отправки',
  en: 'Keeps events until they are sent',
}

/** For a vendor's own note of a choice. */
export const vendorChoice: Purpose = {
  kk: 'Деректерді жинауға қатысты таңдауды есте сақтайды',
  ru: 'Запоминает выбор о сборе данных',
  en: 'Remembers the choice about data collection',
}

/** For limits on requests. */
export const throttle: Purpose = {
  kk: 'Сұраулар санын шектейді',
  ru: 'Ограничивает число запросов',
  en: 'Limits the number of requests',
}

/** For lists of pages that were viewed. */
export const pageHistory: Purpose = {
  kk: 'Қаралған беттер тізімін сақтайды',
  ru: 'Хранит список просмотренных страниц',
  en: 'Keeps the list of pages viewed',
}

/** For settings of a video player. */
export const playerSettings: Purpose = {
  kk: 'Ойнатқыштың баптауларын есте сақтайды',
  ru: 'Запоминает настройки плеера',
  en: 'Remembers the settings of the player',
}

/** For what holds a sign-in to the service. */
export const access: Purpose = {
  kk: 'Сервиске қайта қосылу үшін қажет',
  ru: 'Нужно для повторного подключения к сервису',
  en: 'Needed to connect to the service again',
}

/** For a probe of the browser. */
export const cookieTest: Purpose = {
  kk: 'Cookie файлдарының жұмыс істейтінін тексереді',
  ru: 'Проверяет, работают ли файлы cookie',
  en: 'Checks whether cookies work',
}

/** Where nobody says what an entry is for. */
export const undocumented: Purpose = {
  kk: 'Мақсаты сипатталмаған',
  ru: 'Назначение не описано',
  en: 'The purpose is not documented',
}
