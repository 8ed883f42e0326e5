/** A module for plain Node: whoever renders on a server imports the package there, too. */
export const onServer = `
import assert from 'node:assert/strict'

for (const name of ['window', 'document', 'location', 'navigator', 'localStorage', 'sessionStorage']) {
  Object.defineProperty(globalThis, name, {
    configurable: true,
    get() {
      assert.fail(name + ' was read')
    },
  })
}
const before = new Set(Object.getOwnPropertyNames(globalThis))

const { createConsent } = await import('kelisim')
const { readDecision } = await import('kelisim/server')
const { yandexMetrika, youtube } = await import('kelisim/services')
const { choiceCookie } = await import('kelisim/testing')
const { i18nextTexts } = await import('kelisim/i18next')
const { problemsOf } = await import('kelisim/validator')
const { declarationHtml, declarationMarkdown, declarationCss } = await import('kelisim/declaration')
const { archiveFiles, shownText } = await import('kelisim/archive')

const options = { categories: ['analytics', 'marketing'] }
const consent = createConsent({ ...options, texts: i18nextTexts({}) })
assert.equal(consent.$decision.get(), null)
assert.equal(consent.$status.get(), 'idle')
assert.equal(consent.acceptedCategory('analytics'), false)
assert.equal(consent.acceptedCategory('necessary'), true)

assert.deepEqual(problemsOf(options), [])
assert.equal(problemsOf({ polcy: {} }, 'ru')[0].path, 'polcy')

// In development this also checks that presets pass the check of the options.
const known = createConsent({ services: [yandexMetrika({ id: 12345678 }), youtube()] })
assert.equal(known.acceptedService('yandex-metrika'), false)
assert.throws(() => yandexMetrika({ id: 'x' }), { name: 'ConsentError', code: 'bad-option' })

const services = [youtube()]
assert.match(declarationHtml({ services }, 'kk'), /<code>YSC<\\/code>.*браузер жабылғанға дейін/)
assert.match(declarationMarkdown({ services }, 'ru'), /YSC.*YouTube.*cookie/)
assert.match(declarationCss, /overflow-x/)
const archived = await archiveFiles({ services, policy: { version: '2' } }, { policy: { ru: 'Текст' } })
const archive = JSON.parse(archived['2.json'])
const { sha256: shownSha256, text } = archive.languages.ru.banners[0]
assert.equal(shownText(archive, { language: 'ru', shownSha256 }), text)

const { name, value } = choiceCookie(options, ['analytics'], 'https://example.kz/')
assert.equal(name, '__Host-kelisim')
const decision = readDecision('theme=dark; ' + name + '=' + value)
assert.deepEqual({ ...decision.categories }, { analytics: true, marketing: false })
assert.equal('secret' in decision, false)
assert.equal(readDecision(name + '=' + value + 'x'), null)
assert.equal(readDecision(undefined), null)

const added = Object.getOwnPropertyNames(globalThis).filter((name) => !before.has(name))
// The one that nanostores makes, in which it keeps its clock.
assert.deepEqual(added.filter((name) => name !== 'nanostoresGlobal'), [])
`
