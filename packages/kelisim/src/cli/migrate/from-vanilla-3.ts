import type { Options } from '@kelisim/core'
import { storageOf } from './cookie-patterns.ts'
import { Draft, idOf, listIn, type Migration, textIn, type Tree, treeIn } from './migration.ts'
import { carryTexts, languageOf, plainText } from './texts.ts'

const TEXTS = {
  'consentModal.title': 'notice.title',
  'consentModal.description': 'notice.body',
  'consentModal.acceptAllBtn': 'notice.accept',
  'consentModal.acceptNecessaryBtn': 'notice.reject',
  'consentModal.showPreferencesBtn': 'notice.customise',
  'preferencesModal.title': 'preferences.title',
  'preferencesModal.acceptAllBtn': 'preferences.accept',
  'preferencesModal.acceptNecessaryBtn': 'preferences.reject',
  'preferencesModal.savePreferencesBtn': 'preferences.save',
} as const

/** Turns a configuration of vanilla-cookieconsent 3 into ours. */
export function fromVanilla3(config: Tree): Migration {
  const draft = new Draft()
  const language = treeIn(config['language'])
  const translations = treeIn(language['translations'])
  const sections = sectionsOf(translations)
  for (const [name, category] of Object.entries(treeIn(config['categories']))) {
    addCategory(draft, name, treeIn(category), sections)
  }
  const texts = carryTexts(draft, translations, TEXTS, 'language.translations')
  const languages = Object.keys(texts)
  const cookie = treeIn(config['cookie'])
  draft.loseKeys(config, {
    onFirstConsent: 'code',
    onConsent: 'code',
    onChange: 'code',
    onModalShow: 'code',
    onModalHide: 'code',
    onModalReady: 'code',
    guiOptions: 'look',
    root: 'look',
    disablePageInteraction: 'wall',
  })
  if (config['mode'] === 'opt-out') draft.lose('mode', 'optOut')
  const domain = textIn(cookie['domain'])
  const days = cookie['expiresAfterDays']
  if (days !== undefined && !isTerm(days)) draft.lose('cookie.expiresAfterDays', 'term')
  draft.loseUnknown(config, KNOWN)
  const revision = config['revision']
  const fallback = languageOf(textIn(language['default']))
  const options: Options = {
    ...(languages.length > 0 && { languages, texts }),
    ...(fallback && languages.includes(fallback) && { defaultLanguage: fallback }),
    ...(typeof revision === 'number' && revision > 0 && { revision }),
    ...(config['autoShow'] === false && { autoShow: false }),
    ...cookieOptions(domain, days),
  }
  return draft.finish('vanilla-cookieconsent', textIn(cookie['name']), options)
}

const KNOWN = [
  ...'categories language cookie mode revision autoShow guiOptions root'.split(' '),
  ...'onFirstConsent onConsent onChange onModalShow onModalHide onModalReady'.split(' '),
  // What we always do, or what only says how the code of that banner works.
  ...'manageScriptTags autoClearCookies hideFromBots lazyHtmlGeneration'.split(' '),
  'disablePageInteraction',
]

/** How the decision is kept: for the whole site where they named a domain. */
export function cookieOptions(domain: string, days: unknown): Pick<Options, 'cookie'> {
  const cookie = {
    ...(domain && { scope: 'site' as const }),
    ...(isTerm(days) && { expiresAfterDays: days }),
  }
  return Object.keys(cookie).length > 0 ? { cookie } : {}
}

/** Whether days can be ours: whole, and not more than browsers keep. */
export const isTerm = (days: unknown): days is number =>
  Number.isInteger(days) && (days as number) >= 1 && (days as number) <= 400

/** What each language says of each category. */
type Sections = ReadonlyMap<string, readonly (readonly [language: string, section: Tree])[]>

function sectionsOf(translations: Tree): Sections {
  const found = new Map<string, (readonly [string, Tree])[]>()
  for (const [code, translation] of Object.entries(translations)) {
    const language = languageOf(code)
    if (!language) continue
    for (const section of listIn(treeIn(treeIn(translation)['preferencesModal'])['sections'])) {
      const name = textIn(treeIn(section)['linkedCategory'])
      if (name) found.set(name, [...(found.get(name) ?? []), [language, treeIn(section)]])
    }
  }
  return found
}

function addCategory(draft: Draft, name: string, category: Tree, sections: Sections): void {
  const path = `categories.${name}`
  const isNecessary = category['readOnly'] === true
  const id = isNecessary ? 'necessary' : idOf(name)
  if (!isNecessary) {
    draft.names[name] = id
    const of = (key: string) =>
      Object.fromEntries(
        (sections.get(name) ?? []).flatMap(([language, section]) => {
          const text = plainText(draft, section[key], `${path} (${language}).${key}`)
          return text ? [[language, text]] : []
        }),
      )
    const [label, description] = [of('title'), of('description')]
    draft.addCategory({
      id,
      ...(Object.keys(label).length > 0 && { label }),
      ...(Object.keys(description).length > 0 && { description }),
    })
    if (category['enabled'] === true) draft.lose(`${path}.enabled`, 'optOut')
  }
  for (const [key, service] of Object.entries(treeIn(category['services']))) {
    const { label, cookies, ...rest } = treeIn(service) as Tree & {
      readonly label?: unknown
      readonly cookies?: unknown
    }
    const plain = plainText(draft, label, `${path}.services.${key}.label`)
    draft.names[key] = idOf(key)
    const storage = storageIn(draft, cookies, `${path}.services.${key}.cookies`)
    draft.addService({
      id: idOf(key),
      category: id,
      ...(plain && { name: plain }),
      ...(storage.length > 0 && { storage }),
    })
    for (const each of Object.keys(rest)) draft.lose(`${path}.services.${key}.${each}`, 'code')
  }
  const cleared = storageIn(draft, treeIn(category['autoClear'])['cookies'], `${path}.autoClear`)
  // Ours belongs to a service, so that the visitor is told who keeps it.
  if (cleared.length > 0)
    draft.addService({ id: idOf(`${id}-storage`), category: id, storage: cleared })
}

function storageIn(draft: Draft, cookies: unknown, path: string) {
  return listIn(cookies).flatMap((cookie, index) => {
    const storage = storageOf(treeIn(cookie)['name'])
    if (!storage) draft.lose(`${path}[${index}].name`, 'pattern')
    return storage ?? []
  })
}
