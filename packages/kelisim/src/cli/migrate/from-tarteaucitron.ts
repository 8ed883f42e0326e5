import type { Options } from '@kelisim/core'
import { knownId } from '../../audit/known-names.ts'
import { categoryOf } from './categories.ts'
import { cookieOptions } from './from-vanilla-3.ts'
import { Draft, idOf, listIn, type Migration, textIn, type Tree, treeIn } from './migration.ts'

/** A service of theirs that we have a preset for. */
interface Preset {
  /** Their names for what identifies the account, in the order of our attribute's words. */
  readonly user: readonly string[]
  readonly category: string
}

const presets: Readonly<Record<string, Preset>> = {
  ga4: { user: ['gtagUa'], category: 'analytics' },
  'google-tag-manager': { user: ['googletagmanagerId'], category: 'marketing' },
  'google-ads': { user: ['googleadsId'], category: 'marketing' },
  'yandex-metrika': { user: ['yandexmetrica'], category: 'analytics' },
  'meta-pixel': { user: ['facebookpixelId'], category: 'marketing' },
  'microsoft-clarity': { user: ['clarity'], category: 'analytics' },
  'microsoft-uet': { user: ['bingadsID'], category: 'marketing' },
  'linkedin-insight': { user: ['linkedininsighttag'], category: 'marketing' },
  'tiktok-pixel': { user: ['tiktokId'], category: 'marketing' },
  hotjar: { user: ['hotjarId'], category: 'analytics' },
  matomo: { user: ['matomoHost', 'matomoId'], category: 'analytics' },
  youtube: { user: [], category: 'functional' },
  vimeo: { user: [], category: 'functional' },
  'google-maps': { user: [], category: 'functional' },
}

/**
 * Turns a configuration of tarteaucitron into ours.
 *
 * @param config What was given to `init`, with `job`, the services that were asked for, and `user`, their
 *   accounts.
 */
export function fromTarteaucitron(config: Tree): Migration {
  const draft = new Draft()
  const { job, user, services, expireInDays, ...init } = config
  for (const [index, name] of listIn(job).map(textIn).entries()) {
    addService(draft, name, `job[${index}]`, treeIn(user), treeIn(treeIn(services)[name]))
  }
  draft.loseKeys(init, {
    orientation: 'look',
    bodyPosition: 'look',
    iconPosition: 'look',
    iconSrc: 'look',
    showAlertSmall: 'look',
    groupServices: 'look',
    cookieslist: 'look',
    closePopup: 'look',
    useExternalCss: 'look',
    readmoreLink: 'look',
  })
  if (init['highPrivacy'] === false) draft.lose('highPrivacy', 'optOut')
  if (init['DenyAllCta'] === false) draft.lose('DenyAllCta', 'unequal')
  if (init['serviceDefaultState'] === true) draft.lose('serviceDefaultState', 'optOut')
  draft.loseUnknown(init, KNOWN)
  const url = textIn(init['privacyUrl'])
  const options: Options = {
    ...(url && { policy: { url } }),
    ...(init['showIcon'] === false && { reopen: false }),
    ...cookieOptions(textIn(init['cookieDomain']), expireInDays),
  }
  return draft.finish('tarteaucitron', textIn(init['cookieName']), options)
}

const KNOWN = [
  ...'privacyUrl cookieName cookieDomain showIcon highPrivacy DenyAllCta'.split(' '),
  ...'orientation bodyPosition iconPosition iconSrc showAlertSmall readmoreLink'.split(' '),
  ...'groupServices cookieslist closePopup useExternalCss serviceDefaultState'.split(' '),
  // What we always do, or what only says how the code of that banner works.
  ...'hashtag AcceptAllCta adblocker handleBrowserDNTRequest removeCredit'.split(' '),
  ...'moreInfoLink useExternalJs mandatory mandatoryCta customCloserId partnersList'.split(' '),
  ...'googleConsentMode bingConsentMode clarityConsentMode softConsentMode dataLayer'.split(' '),
  ...'serverSide alwaysNeedConsent showDetailsOnClick multilang pianoConsentMode'.split(' '),
]

function addService(draft: Draft, name: string, path: string, user: Tree, own: Tree): void {
  if (!name) return draft.lose(path, 'unknown')
  const id = knownId(name)
  const preset = id === undefined ? undefined : presets[id]
  if (id !== undefined && preset) {
    const account = preset.user.map((key) => `${user[key] ?? ''}`.trim())
    draft.names[name] = id
    draft.addCategory({ id: preset.category })
    // Google has switched off what had such ids, in 2023.
    if (account.every(Boolean) && !account[0]?.startsWith('UA-')) {
      draft.presets[id] = account.join(' ')
      // Where the data goes can only be said by whoever runs the server.
      if (id === 'matomo') draft.lose('user.matomoHost', 'preset')
    } else draft.lose(path, 'preset')
    return
  }
  const type = textIn(own['type'])
  const category = categoryOf(type)
  if (!type) draft.lose(path, 'category')
  draft.names[name] = idOf(name)
  draft.addCategory({ id: category })
  const label = textIn(own['name'])
  const storage = listIn(own['cookies'])
    .map(textIn)
    .filter(Boolean)
    .map((cookie) => ({ kind: 'cookie' as const, name: cookie }))
  draft.addService({
    id: idOf(name),
    category,
    ...(label && { name: label }),
    ...(storage.length > 0 && { storage }),
  })
  if (typeof own['js'] === 'function') draft.lose(`services.${name}.js`, 'code')
}
