import { fileURLToPath } from 'node:url'
import { beforeAll, describe, expect, test } from 'vitest'
import manifest from '../../../packages/kelisim/package.json' with { type: 'json' }
import { elementsOf, hasMarkup, isTag, markupOf } from '../../guides/block-markup.ts'
import { type GuideBlock, guideBlocks } from '../../guides/guide-blocks.ts'
import { quickEngines } from '../engines.ts'
import { openVendors } from '../services/vendors.ts'
import { button, reopenControl } from '../pages/words.ts'
import { setStage } from '../stage.ts'

const BUILT = fileURLToPath(new URL('../../../packages/kelisim/dist/browser', import.meta.url))
const SITE = 'https://guides.example.kz'
/** Hosts that the guides take Kelisim's own files from. */
const OWN = [
  ['cdn.jsdelivr.net', `/npm/kelisim@${manifest.version}/dist/browser/`],
  ['static.example.kz', `/kelisim/${manifest.version}/`],
  ['guides.example.kz', `/kelisim/${manifest.version}/`],
] as const
const ACCEPT = { ru: button('notice.accept', 'ru'), kk: button('notice.accept', 'kk') } as const
const REJECT = { ru: button('notice.reject', 'ru'), kk: button('notice.reject', 'kk') } as const
/** Where the first service of each tag loads from; what is missing here fails. */
const VENDORS: readonly (readonly [string, string])[] = [
  ['data-yandex-metrika', 'mc.yandex.ru'],
  ['data-ga4', 'www.googletagmanager.com'],
  ['data-google-tag-manager', 'www.googletagmanager.com'],
]

/** The blocks with a tag, in Russian and Kazakh; those in English are the same but for words. */
const tags = guideBlocks.filter(
  (block) => block.folder !== 'en' && hasMarkup(block) && elementsOf(markupOf(block)).some(isTag),
)

/** What the guide's policy says, where the page has one. */
const policyOf = ({ folder, page }: GuideBlock): string | undefined =>
  guideBlocks
    .find((each) => each.folder === folder && each.page === page && each.language === 'http')
    ?.text.trim()
    .replace(/^.*?: /, '')
    .replaceAll('{{nonce}}', 'r4nd0m')

describe.each(quickEngines)('tags of the guides in %s', (engine) => {
  const stage = setStage(engine)

  beforeAll(() => {
    openVendors(stage.site)
    stage.site.route('https://cdn-ru.bitrix24.ru/b1/crm/site_button/loader_2.js', {
      headers: { 'content-type': 'text/javascript' },
    })
    for (const [host, path] of OWN)
      stage.site.directory(`https://${host}${path}`, BUILT, { 'access-control-allow-origin': '*' })
  })

  const languageOf = ({ folder }: GuideBlock) => (folder === 'kk' ? 'kk' : 'ru')
  const visit = async (block: GuideBlock) => {
    const policy = policyOf(block)
    const head = markupOf(block).replaceAll('{{nonce}}', 'r4nd0m')
    const lang = languageOf(block)
    stage.site.route(`${SITE}/`, {
      body: `<!doctype html><html lang="${lang}"><head><meta charset="utf-8">${head}</head><body><h1>Магазин</h1></body></html>`,
      headers: policy ? { 'content-security-policy': policy } : {},
    })
    const tab = await stage.newTab()
    await tab.goto(`${SITE}/`)
    await tab.see(REJECT[lang])
    return tab
  }
  const abroad = () => stage.site.requests({ awayFrom: OWN.map(([host]) => host) })
  const vendorOf = (block: GuideBlock) => {
    const [attributes] = elementsOf(markupOf(block))
      .filter(isTag)
      .map(({ attributes }) => attributes)
    return VENDORS.find(([name]) => attributes?.[name])?.[1]
  }

  test.each(tags)('$where asks first, and loads what it names after a yes', async (block) => {
    const tab = await visit(block)
    expect(abroad().map(({ url }) => url.href)).toEqual([])
    await tab.click(ACCEPT[languageOf(block)])
    await tab.seeNo(REJECT[languageOf(block)])
    await expect.poll(() => abroad().map(({ url }) => url.hostname)).toContain(vendorOf(block))
  })

  test.each(tags.filter(({ page }) => ['quick-start', 'tilda', 'csp'].includes(page)))(
    '$where loads nothing after a no',
    async (block) => {
      const tab = await visit(block)
      await tab.click(REJECT[languageOf(block)])
      await tab.seeNo(REJECT[languageOf(block)])
      await tab.reload()
      await tab.see(reopenControl(languageOf(block)))
      expect(abroad().map(({ url }) => url.href)).toEqual([])
    },
  )

  test('what is held on a page waits, and the link opens the preferences', async () => {
    const blocks = guideBlocks.filter(({ folder, page }) => folder === 'ru' && page === 'html')
    stage.site.route('https://ads.example/pixel.js', {
      headers: { 'content-type': 'text/javascript' },
    })
    stage.site.route('https://ads.example/seen.gif', '')
    stage.site.route('https://maps.example/office', '<h1>Карта</h1>')
    const body = blocks.map(({ text }) => text).join('\n')
    stage.site.route(`${SITE}/held`, `<!doctype html><html lang="ru"><body>${body}</body></html>`)
    const tab = await stage.newTab()
    await tab.goto(`${SITE}/held`)
    await tab.see(REJECT.ru)
    await tab.waitFor(() => document.querySelectorAll('kelisim-declaration table').length > 0)
    expect(abroad().map(({ url }) => url.href)).toEqual([])
    await tab.click(ACCEPT.ru)
    const hosts = () => [...new Set(abroad().map(({ url }) => url.hostname))].sort()
    await expect.poll(hosts).toEqual(['ads.example', 'maps.example', 'mc.yandex.ru'])
    await tab.click({ role: 'link', name: 'Настройки cookie' })
    await tab.see({ role: 'dialog' })
  })
})
