import { beforeAll, describe, expect, test } from 'vitest'
import { pack } from '../../../packages/studio/src/project/share-link.ts'
import { quickEngines } from '../engines.ts'
import { setStage } from '../stage.ts'
import {
  field,
  fill,
  inPreview,
  openStudio,
  OPERATOR,
  problemAt,
  SET_UP,
  snippetOf,
  STUDIO,
} from './studio-page.ts'

const SOON = { timeout: 5_000 }

describe.each(quickEngines)('the form of Studio in %s', (engine) => {
  const stage = setStage(engine)

  beforeAll(() => openStudio(stage.site))

  const open = async (project: object = {}, studio = 'ru') => {
    const tab = await stage.newTab()
    await tab.goto(`${STUDIO}/#${pack({ ...project, studio })}`)
    await tab.see('#service-search')
    return tab
  }
  const abroad = () => stage.site.requests({ awayFrom: ['studio.example'] })

  test('says beside a field what is wrong and how to repair it, in the owner’s language', async () => {
    const options = { operator: { name: 'ТОО «Дала»', bin: '12' } }
    const tab = await open({ options, presets: { ga4: { id: 'UA-1' } } })
    const binProblem = () => problemAt(tab, 'options.operator.bin')
    await expect.poll(binProblem, SOON).toContain('"12" не подходит. Нужно: текст')
    expect(await problemAt(tab, 'presets.ga4.id')).toContain('«UA-1» не похоже на значение')
    expect(await problemAt(tab, 'presets.ga4.id')).toContain('G-AB12CD34EF')
    await tab.click({ role: 'radio', name: 'Қазақша' })
    await expect.poll(binProblem, SOON).toContain('"12" жарамайды. Керегі: мәтін')
    await tab.click({ role: 'radio', name: 'English' })
    await expect.poll(binProblem, SOON).toContain('"12" does not fit. Write a text')
  })

  test('hands out nothing while something is wrong, and leads to it', async () => {
    const tab = await open({ options: { cookie: { expiresAfterDays: 9000 } } })
    await tab.see({ role: 'heading', name: 'Результат' })
    expect(await tab.find('#snippet')).toBe(null)
    await tab.click({ role: 'button', name: 'Перейти к полю' })
    expect(await tab.evaluate(() => document.activeElement?.id)).toBe(
      'options.cookie.expiresAfterDays',
    )
    await fill(tab, 'options.cookie.expiresAfterDays', '90')
    await expect.poll(() => snippetOf(tab), SOON).toContain('data-cookie-expires-after-days="90"')
  })

  test('takes out what no field is for', async () => {
    const tab = await open({ options: { policyUrl: '/privacy' } })
    const list = await tab.see('.problems')
    expect(list.text).toContain('policyUrl Такой настройки нет. Возможно, имелось в виду')
    await tab.click({ role: 'button', name: 'Убрать' })
    await expect.poll(() => snippetOf(tab), SOON).not.toContain('policyUrl')
  })

  test('tells of a service whose category was taken away', async () => {
    const tab = await open({ presets: { ga4: { id: 'G-AB12CD34EF' } } })
    await tab.see('#snippet')
    await tab.click({ role: 'checkbox', name: 'Аналитические' })
    await expect.poll(() => problemAt(tab, 'presets.ga4.category'), SOON).toContain('"analytics"')
    await tab.click({ role: 'checkbox', name: 'Аналитические' })
    await tab.see('#snippet')
  })

  test('reads back what it has handed out', async () => {
    const tab = await open(SET_UP)
    await tab.click('#service-search')
    await tab.type('youtube')
    await tab.click({ role: 'button', name: 'Добавить: YouTube' })
    await tab.click({ role: 'checkbox', name: 'Использовать свой цвет' })
    await tab.click({ role: 'button', name: 'Добавить свою категорию' })
    await fill(tab, 'options.categories.3.id', 'ai')
    await fill(tab, 'options.categories.3.label.ru', 'Обучение "ИИ" </script>')
    await tab.click({ role: 'button', name: 'Добавить свой сервис' })
    await fill(tab, 'options.services.0.id', 'chat')
    await expect.poll(() => snippetOf(tab), SOON).toContain('"id": "chat"')
    const written = await snippetOf(tab)

    const other = await open()
    await other.click({ role: 'button', name: 'Продолжить с тем, что уже есть' })
    await other.evaluate((text) => {
      const area = document.querySelector<HTMLTextAreaElement>('#import')
      if (area) area.value = text
      area?.dispatchEvent(new InputEvent('input', { bubbles: true }))
    }, written)
    await other.click({ role: 'button', name: 'Перенести' })
    await expect.poll(() => snippetOf(other), SOON).toBe(written)
    expect(written).toContain('data-youtube')
    expect(written).toContain('Обучение \\"ИИ\\" \\u003c/script>')
  })

  test('says what it cannot read', async () => {
    const tab = await open()
    await tab.click({ role: 'button', name: 'Продолжить с тем, что уже есть' })
    await fill(tab, 'import', 'createConsent()')
    await tab.click({ role: 'button', name: 'Перенести' })
    const box = await tab.see('.import')
    expect(box.text).toContain('Это программный код')
  })

  test('carries everything in the address, and tells of a damaged one', async () => {
    const tab = await open(SET_UP)
    const before = await tab.url()
    await fill(tab, 'options.policy.version', '7')
    await expect.poll(() => tab.url(), SOON).not.toBe(before)
    await expect.poll(() => snippetOf(tab), SOON).toContain('"version": "7"')
    const written = await snippetOf(tab)
    const address = await tab.url()
    const other = await stage.newTab()
    await other.goto(address)
    expect(await snippetOf(other)).toBe(written)
    const damaged = await stage.newTab()
    await damaged.goto(address.slice(0, -9))
    await damaged.see({ role: 'alert' })
    expect(await snippetOf(damaged)).not.toContain('12345678')
  })

  test('shows the real notice and dialog, as they will be', async () => {
    const tab = await open({ options: { operator: OPERATOR } })
    await expect.poll(() => inPreview(tab, 'section'), SOON).toContain('Оператор: ТОО «Дала».')
    await tab.click('input[name="preview-language"][value="kk"]')
    await expect.poll(() => inPreview(tab, 'section'), SOON).toContain('ТОО «Дала»')
    await expect.poll(() => inPreview(tab, 'section h2'), SOON).toBe('Cookie файлдары')
    await tab.click('input[name="scheme"][value="dark"]')
    const ground = () =>
      tab.evaluate(() => {
        const inner = document.querySelector('iframe')?.contentDocument
        const section = inner?.querySelector('kelisim-view')?.shadowRoot?.querySelector('section')
        return section ? getComputedStyle(section).backgroundColor : ''
      })
    await expect.poll(ground, SOON).toBe('rgb(27, 29, 34)')
    await tab.click('input[name="screen"][value="phone"]')
    const width = () => tab.evaluate(() => document.querySelector('iframe')?.offsetWidth)
    await expect.poll(width, SOON).toBe(360)
    await tab.click('input[name="layer"][value="preferences"]')
    await expect.poll(() => inPreview(tab, 'dialog[open] h2'), SOON).toBe('Cookie баптаулары')
    expect(await tab.evaluate(() => [document.cookie, localStorage.length])).toEqual(['', 0])
  })

  test('leaves the keyboard where it is while the dialog is shown anew', async () => {
    const tab = await open({ options: { categories: [{ id: 'own', label: { ru: 'Своя' } }] } })
    await tab.click('input[name="layer"][value="preferences"]')
    await expect.poll(() => inPreview(tab, 'dialog[open]'), SOON).toContain('Своя')
    await fill(tab, 'options.categories.0.label.ru', 'Дала')
    await expect.poll(() => inPreview(tab, 'dialog[open]'), SOON).toContain('Дала')
    await new Promise((done) => setTimeout(done, 500))
    await tab.type('!')
    expect((await tab.see(field('options.categories.0.label.ru'))).value).toBe('Дала!')
  })

  test('keeps every letter that is typed fast', async () => {
    const tab = await open()
    const typed: (string | null)[] = []
    for (let round = 0; round < 6; round++) {
      await fill(tab, 'options.operator.name', 'ТОО «Дала» онлайн-школа')
      typed.push((await tab.see(field('options.operator.name'))).value)
    }
    expect(new Set(typed)).toEqual(new Set(['ТОО «Дала» онлайн-школа']))
  })

  test('can be used by keyboard alone', async () => {
    const tab = await open()
    await tab.evaluate(() => document.getElementById('service-search')?.focus())
    await tab.type('ютуб')
    await tab.press('Tab', 'Enter')
    await tab.waitFor(() => document.activeElement?.id === 'presets.youtube.category')
    await tab.evaluate(() => document.getElementById('service-search')?.focus())
    await tab.type('метрика')
    // The list has become shorter; the first of it comes next.
    await tab.press('Tab', 'Enter')
    await tab.waitFor(() => document.activeElement?.id === 'presets.yandex-metrika.id')
    await tab.type('12345678')
    await expect
      .poll(() => snippetOf(tab), SOON)
      .toContain('data-youtube data-yandex-metrika="12345678"')
  })

  test('sends nothing anywhere, and could not', async () => {
    const tab = await open(SET_UP)
    await expect.poll(() => inPreview(tab, 'section'), SOON).toContain('ТОО «Дала»')
    const tried = await tab.evaluate(async () => {
      const fetched = await fetch('https://evil.example/').catch(() => 'refused')
      new Image().src = 'https://evil.example/pixel'
      return fetched
    })
    expect(tried).toBe('refused')
    expect(abroad().map(({ url }) => url.href)).toEqual([])
  })
})
