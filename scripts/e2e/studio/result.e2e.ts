import { strFromU8, unzipSync } from 'fflate'
import { beforeAll, describe, expect, onTestFinished, test } from 'vitest'
import { startDemo } from '../../demo/demo.ts'
import { quickEngines } from '../engines.ts'
import { BUILT, SHOP, shopPage } from '../pages/shop.ts'
import { button, notice, reopenControl } from '../pages/words.ts'
import { openVendors } from '../services/vendors.ts'
import { setStage } from '../stage.ts'
import { pack } from '../../../packages/studio/src/project/share-link.ts'
import {
  field,
  inPreview,
  openStudio,
  SET_UP,
  setUp,
  snippetOf,
  STUDIO,
  version,
} from './studio-page.ts'

const SOON = { timeout: 5_000 }

describe.each(quickEngines)('what Studio hands out in %s', (engine) => {
  const stage = setStage(engine)

  beforeAll(() => {
    openStudio(stage.site)
    openVendors(stage.site)
    stage.site.directory(`${SHOP}/kelisim/${version}/`, BUILT)
  })

  const contacted = () =>
    stage.site.requests({ host: 'mc.yandex.ru', path: '/metrika/tag.js' }).length
  const studio = async (project: object = {}) => {
    const tab = await stage.newTab()
    await tab.goto(`${STUDIO}/#${pack({ ...project, studio: 'ru' })}`)
    await tab.see('#service-search')
    return tab
  }

  test('the lines work on a page: asked, held, and loaded once accepted', async () => {
    const tab = await studio()
    await setUp(tab)
    await tab.click({ role: 'checkbox', name: 'Маркетинговые' })
    await expect.poll(() => snippetOf(tab), SOON).toContain('"categories"')
    const head = await snippetOf(tab)
    expect(head).toContain('integrity="sha384-')
    stage.site.route(`${SHOP}/pasted`, shopPage({ head, body: '' }))
    stage.site.forgetRequests()

    const page = await stage.newTab()
    await page.goto(`${SHOP}/pasted`)
    const shown = await page.see(notice())
    expect(shown.text).toContain('Оператор: ТОО «Дала».')
    expect(shown.text).toContain('функциональные, аналитические.')
    expect(contacted()).toBe(0)
    await page.click(button('notice.accept'))
    await page.see(reopenControl())
    await expect.poll(contacted, SOON).toBe(1)
    expect(await page.evaluate(() => faults)).toEqual([])
  })

  test('the owner’s colour is on both buttons, and can be read in links', async () => {
    const tab = await studio()
    await tab.click({ role: 'checkbox', name: 'Использовать свой цвет' })
    await tab.evaluate((selector) => {
      const input = document.querySelector<HTMLInputElement>(selector)
      if (input) input.value = '#ffcc00'
      input?.dispatchEvent(new InputEvent('input', { bubbles: true }))
    }, field('look.colour'))
    await expect.poll(() => snippetOf(tab), SOON).toContain('#ffcc00')
    const head = await snippetOf(tab)
    stage.site.route(`${SHOP}/coloured`, shopPage({ head, body: '' }))
    const page = await stage.newTab()
    await page.goto(`${SHOP}/coloured`)
    await page.see(notice())
    const colours = await page.evaluate(() => {
      const root = document.querySelector('kelisim-view')?.shadowRoot
      const buttons = [...(root?.querySelectorAll('button') ?? [])].filter(({ textContent }) =>
        ['Принять все', 'Отклонить'].includes(`${textContent}`),
      )
      return buttons.map((button) => {
        const { backgroundColor, color } = getComputedStyle(button)
        return [backgroundColor, color]
      })
    })
    const yellow = ['rgb(255, 204, 0)', 'rgb(0, 0, 0)']
    expect(colours).toEqual([yellow, yellow])
  })

  test('the table for the policy page is what the tag shows there', async () => {
    const tab = await studio(SET_UP)
    const table = (await tab.see('#declaration')).value ?? ''
    const head = await snippetOf(tab)
    const body = `<div id="pasted">${table}</div><kelisim-declaration></kelisim-declaration>`
    stage.site.route(`${SHOP}/policy`, shopPage({ head, body }))
    const page = await stage.newTab()
    await page.goto(`${SHOP}/policy`)
    await page.see('kelisim-declaration table')
    const [pasted, shown] = await page.evaluate(() =>
      ['#pasted', 'kelisim-declaration'].map((each) => document.querySelector(each)?.textContent),
    )
    expect(pasted).toContain('_ym_uid')
    expect(pasted).toBe(shown)
  })

  test('the archive has everything that its page needs', async () => {
    const tab = await studio(SET_UP)
    await tab.evaluate(() => {
      const make = URL.createObjectURL
      URL.createObjectURL = (blob: Blob) => {
        void blob.arrayBuffer().then((buffer) => {
          const bytes = Array.from(new Uint8Array(buffer), (byte) => String.fromCharCode(byte))
          Object.assign(window, { packed: btoa(bytes.join('')) })
        })
        return make(blob)
      }
    })
    await tab.click({ role: 'button', name: 'Скачать архив' })
    const packed = await tab.waitFor(() => Reflect.get(window, 'packed') as string)
    const files = unzipSync(Buffer.from(packed, 'base64'))
    expect(strFromU8(files['README.txt'] ?? new Uint8Array())).toContain(`/kelisim/${version}/`)
    const origin = 'https://hosted.example'
    for (const [name, bytes] of Object.entries(files))
      stage.site.route(`${origin}/${name}`, { body: Buffer.from(bytes) })
    stage.site.forgetRequests()

    const page = await stage.newTab()
    await page.goto(`${origin}/example.html`)
    await page.click(button('notice.accept'))
    await expect.poll(contacted, SOON).toBe(1)
    await page.click('[data-kelisim="preferences"]')
    await page.see({ role: 'dialog', name: 'Настройки cookie' })
  })

  // WebKit asks the harness for loopback addresses, too, and it knows nothing of the demo's server.
  if (engine === 'webkit') return

  test('Studio is served and linked beside the demo, and shows the notice', async () => {
    const demo = await startDemo('plain-html', 0)
    onTestFinished(() => demo.close())
    const tab = await stage.newTab()
    await tab.goto(demo.url)
    await tab.click({ role: 'button', name: 'Принять все' })
    await tab.click({ role: 'link', name: 'Настроить баннер для своего сайта' })
    await tab.see('#service-search')
    await expect.poll(() => inPreview(tab, 'section button'), SOON).toBeTruthy()
    expect(await tab.url()).toContain('/studio/')
  })
})
