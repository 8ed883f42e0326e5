import type { Options } from '@kelisim/core'
import { globsOf } from './cookie-patterns.ts'
import { cookieOptions, isTerm } from './from-vanilla-3.ts'
import { Draft, idOf, listIn, type Migration, textIn, type Tree, treeIn } from './migration.ts'
import { carryTexts, languageOf, plainText } from './texts.ts'

const TEXTS = {
  'consent_modal.title': 'notice.title',
  'consent_modal.description': 'notice.body',
  'settings_modal.title': 'preferences.title',
  'settings_modal.accept_all_btn': 'preferences.accept',
  'settings_modal.reject_all_btn': 'preferences.reject',
  'settings_modal.save_settings_btn': 'preferences.save',
} as const

// What each button does is said by its role.
const ROLES: Readonly<Record<string, string>> = {
  accept_all: 'notice.accept',
  accept_necessary: 'notice.reject',
  settings: 'notice.customise',
}

/** Turns a configuration of vanilla-cookieconsent 2 into ours. */
export function fromVanilla2(config: Tree): Migration {
  const draft = new Draft()
  const languages = treeIn(config['languages'])
  const texts = carryTexts(draft, languages, TEXTS, 'languages')
  for (const [code, translation] of Object.entries(languages)) {
    const language = languageOf(code)
    if (!language) continue
    Object.assign((texts[language] ??= {}), buttons(treeIn(translation)['consent_modal']))
    addBlocks(draft, language, treeIn(translation), `languages.${code}.settings_modal.blocks`)
  }
  draft.loseKeys(config, {
    onAccept: 'code',
    onChange: 'code',
    onFirstAction: 'code',
    gui_options: 'look',
    delay: 'look',
    force_consent: 'wall',
    cookie_necessary_only_expiration: 'term',
  })
  if (config['mode'] === 'opt-out') draft.lose('mode', 'optOut')
  const days = config['cookie_expiration']
  if (days !== undefined && !isTerm(days)) draft.lose('cookie_expiration', 'term')
  draft.loseUnknown(config, KNOWN)
  const offered = Object.keys(texts)
  const first = languageOf(textIn(config['current_lang']))
  const revision = config['revision']
  const options: Options = {
    ...(offered.length > 0 && { languages: offered, texts }),
    ...(first && offered.includes(first) && { defaultLanguage: first }),
    ...(typeof revision === 'number' && revision > 0 && { revision }),
    ...(config['autorun'] === false && { autoShow: false }),
    ...cookieOptions(textIn(config['cookie_domain']), days),
  }
  return draft.finish('vanilla-cookieconsent-2', textIn(config['cookie_name']), options)
}

const KNOWN = [
  ...'languages current_lang auto_language mode revision autorun delay'.split(' '),
  ...'cookie_name cookie_expiration cookie_necessary_only_expiration cookie_domain'.split(' '),
  ...'onAccept onChange onFirstAction gui_options force_consent'.split(' '),
  // What we always do, or what only says how the code of that banner works.
  ...'autoclear_cookies page_scripts hide_from_bots remove_cookie_tables'.split(' '),
  ...'cookie_path cookie_same_site use_rfc_cookie script_selector'.split(' '),
]

function buttons(modal: unknown): Record<string, string> {
  const found = ['primary_btn', 'secondary_btn'].flatMap((name): [string, string][] => {
    const { text, role } = treeIn(treeIn(modal)[name])
    const key = ROLES[textIn(role)]
    return key && textIn(text) ? [[key, textIn(text)]] : []
  })
  return Object.fromEntries(found)
}

/** Categories are the blocks with a switch; what they keep is in their tables. */
function addBlocks(draft: Draft, language: string, translation: Tree, path: string): void {
  const blocks = listIn(treeIn(translation['settings_modal'])['blocks'])
  for (const [index, given] of blocks.entries()) {
    const block = treeIn(given)
    const toggle = treeIn(block['toggle'])
    const name = textIn(toggle['value'])
    if (!name || toggle['readonly'] === true) continue
    const id = idOf(name)
    const place = `${path}[${index}]`
    draft.names[name] = id
    if (toggle['enabled'] === true) draft.lose(`${place}.toggle.enabled`, 'optOut')
    const before = draft.categories.get(id)
    const label = plainText(draft, block['title'], `${place}.title`)
    const description = plainText(draft, block['description'], `${place}.description`)
    draft.categories.set(id, {
      id,
      ...joined('label', before?.label, language, label),
      ...joined('description', before?.description, language, description),
    })
    addTable(draft, id, listIn(block['cookie_table']), `${place}.cookie_table`)
  }
}

function joined(key: 'label' | 'description', before: unknown, language: string, text: string) {
  const texts = { ...treeIn(before), ...(text && { [language]: text }) }
  return Object.keys(texts).length > 0 ? { [key]: texts as Record<string, string> } : {}
}

function addTable(draft: Draft, category: string, rows: readonly unknown[], path: string): void {
  const storage = rows.flatMap((given, index) => {
    const row = treeIn(given)
    const name = textIn(row['col1'] ?? row['name'])
    const names = row['is_regex'] === true ? globsOf(name) : name ? [name] : []
    if (!names) draft.lose(`${path}[${index}]`, 'pattern')
    return (names ?? []).map((each) => ({ kind: 'cookie' as const, name: each }))
  })
  if (storage.length > 0) draft.addService({ id: idOf(`${category}-storage`), category, storage })
}
