import type { Options } from '@kelisim/core'
import { knownId } from '../../audit/known-names.ts'
import { categoryOf } from './categories.ts'
import { storageOf } from './cookie-patterns.ts'
import { cookieOptions, isTerm } from './from-vanilla-3.ts'
import { Draft, idOf, listIn, type Migration, textIn, type Tree, treeIn } from './migration.ts'
import { carryTexts, languageOf, plainText } from './texts.ts'

const TEXTS = {
  'consentNotice.title': 'notice.title',
  'consentNotice.description': 'notice.body',
  'consentNotice.learnMore': 'notice.customise',
  'consentModal.title': 'preferences.title',
  'consentModal.description': 'preferences.body',
  acceptAll: 'notice.accept',
  decline: 'notice.reject',
  save: 'preferences.save',
} as const

/** Turns a configuration of klaro into ours. Its purposes become categories. */
export function fromKlaro(config: Tree): Migration {
  const draft = new Draft()
  const translations = treeIn(config['translations'])
  // Versions before 0.7 called services apps.
  const key = Array.isArray(config['apps']) ? 'apps' : 'services'
  for (const [index, service] of listIn(config[key]).entries()) {
    addService(draft, treeIn(service), `${key}[${index}]`, translations)
  }
  const { zz: fallback, ...named } = translations
  const texts = carryTexts(draft, named, TEXTS, 'translations')
  draft.loseKeys(config, {
    callback: 'code',
    styling: 'look',
    additionalClass: 'look',
    mustConsent: 'wall',
    noticeAsModal: 'wall',
    hideDeclineAll: 'unequal',
    hideLearnMore: 'look',
    hideToggleAll: 'look',
    embedded: 'look',
    groupByPurpose: 'look',
    purposeOrder: 'look',
  })
  if (config['default'] === true) draft.lose('default', 'optOut')
  if (config['optOut'] === true) draft.lose('optOut', 'optOut')
  const days = config['cookieExpiresAfterDays']
  if (days !== undefined && !isTerm(days)) draft.lose('cookieExpiresAfterDays', 'term')
  draft.loseUnknown(config, KNOWN)
  const languages = Object.keys(texts)
  const url = policyUrl(config['privacyPolicy'] ?? treeIn(fallback)['privacyPolicyUrl'])
  const language = languageOf(textIn(config['lang']))
  const options: Options = {
    ...(url && { policy: { url } }),
    ...(languages.length > 0 && { texts }),
    ...(language && { language }),
    ...cookieOptions(textIn(config['cookieDomain']), days),
  }
  const cookieName = textIn(config['storageName'] ?? config['cookieName'])
  return draft.finish('klaro', cookieName, options)
}

const KNOWN = [
  ...'apps services translations privacyPolicy lang default optOut callback'.split(' '),
  ...'cookieDomain cookieExpiresAfterDays storageName cookieName styling'.split(' '),
  ...'mustConsent noticeAsModal hideDeclineAll hideLearnMore hideToggleAll'.split(' '),
  ...'embedded groupByPurpose purposeOrder additionalClass'.split(' '),
  // What we always do, or what only says how the code of that banner works.
  ...'version elementID storageMethod cookiePath acceptAll required htmlTexts'.split(' '),
  ...'testing noAutoLoad autoFocus showNoticeTitle showDescriptionEmptyStore'.split(' '),
  ...'disablePoweredBy poweredBy fallbackLang languages noNotice'.split(' '),
]

const KNOWN_OF_SERVICE = [
  ...'name title description default required optOut purposes cookies'.split(' '),
  ...'onInit onAccept onDecline callback vars translations'.split(' '),
  'onlyOnce',
  'contextualConsentOnly',
]

function addService(draft: Draft, service: Tree, path: string, translations: Tree): void {
  const name = textIn(service['name'])
  if (!name) return draft.lose(path, 'unknown')
  const [purpose = '', ...others] = listIn(service['purposes']).map(textIn)
  if (others.length > 0) draft.lose(`${path}.purposes`, 'purposes')
  const category = service['required'] === true ? 'necessary' : categoryOf(purpose)
  draft.addCategory({ id: category, ...labelOf(draft, category, purpose, translations) })
  const id = knownId(name) ?? idOf(name)
  draft.names[name] = id
  if (knownId(name)) draft.lose(path, 'preset')
  const storage = listIn(service['cookies']).flatMap((cookie, index) => {
    const found = storageOf(
      Array.isArray(cookie) ? cookie[0] : (treeIn(cookie)['pattern'] ?? cookie),
    )
    if (!found) draft.lose(`${path}.cookies[${index}]`, 'pattern')
    return found ?? []
  })
  const title = plainText(draft, service['title'], `${path}.title`)
  const text = plainText(draft, service['description'], `${path}.description`)
  draft.addService({
    id,
    category,
    ...(title && { name: title }),
    ...(text && { purpose: text }),
    ...(storage.length > 0 && { storage }),
  })
  draft.loseKeys(
    service,
    { onInit: 'code', onAccept: 'code', onDecline: 'code', callback: 'code', vars: 'code' },
    `${path}.`,
  )
  if (service['default'] === true) draft.lose(`${path}.default`, 'optOut')
  if (service['optOut'] === true) draft.lose(`${path}.optOut`, 'optOut')
  draft.loseUnknown(service, KNOWN_OF_SERVICE, `${path}.`)
}

/** What their translations call a purpose; a category that we have words for keeps ours. */
function labelOf(draft: Draft, category: string, purpose: string, translations: Tree) {
  if (/^(necessary|functional|analytics|marketing)$/.test(category)) return {}
  const label = Object.fromEntries(
    Object.entries(translations).flatMap(([code, translation]) => {
      const language = languageOf(code)
      const given = treeIn(treeIn(translation)['purposes'])[purpose]
      const text = plainText(
        draft,
        treeIn(given)['title'] ?? given,
        `translations.${code}.purposes`,
      )
      return language && text ? [[language, text]] : []
    }),
  )
  return { label: Object.keys(label).length > 0 ? label : purpose || category }
}

function policyUrl(given: unknown): string {
  const [first] = Object.values(treeIn(given))
  return textIn(given) || textIn(first)
}
