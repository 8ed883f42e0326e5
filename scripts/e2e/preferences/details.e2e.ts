import { beforeAll, describe, expect, test } from 'vitest'
import { engines } from '../engines.ts'
import '../pages/in-page.ts'
import { button, dialog, say, toggle } from '../pages/words.ts'
import { setStage } from '../stage.ts'
import type { Tab } from '../tab.ts'
import { OPTIONS, openSchool, unfoldServices, visitSchool } from './school.ts'

const SERVICES = '2 сервиса'
const RECEIPT = { role: 'button', name: say('ru', 'preferences.receipt') }

describe.each(engines)('what the preferences tell in %s', (engine) => {
  const stage = setStage(engine)

  beforeAll(() => openSchool(stage))

  const open = async (...args: Parameters<typeof visitSchool>[1][]) => {
    const tab = await visitSchool(stage, ...args)
    await tab.click(button('notice.customise'))
    await tab.see(dialog())
    return tab
  }
  const fetched = (name: RegExp) =>
    stage.site
      .requests({ host: 'prefs.example' })
      .map(({ url }) => url.pathname)
      .filter((path) => name.test(path))
  const textOf = (tab: Tab, selector: string) =>
    tab.evaluate(
      (wanted) =>
        document.querySelector('kelisim-view')?.shadowRoot?.querySelector(wanted)?.textContent,
      selector,
    )

  test('about services comes when it is unfolded, and not before', async () => {
    stage.site.forgetRequests()
    const tab = await open()
    expect(fetched(/details|receipt|periods/)).toEqual([])
    await unfoldServices(tab, SERVICES)
    const { text } = await tab.see('[part=service] .facts')
    expect(text).toContain('Counter LLP')
    expect(text).toContain('_counter cookie, 1 год')
    expect(text).toContain('_counter_block cookie, 20 часов')
    expect(text).toContain('_counter_third cookie, срок не указан')
    expect(fetched(/details/)).toHaveLength(2)
    // Unfolded again it is there with the same frame.
    await unfoldServices(tab, SERVICES)
    const isDrawn = await tab.evaluate(async () => {
      const root = document.querySelector('kelisim-view')?.shadowRoot
      const [, fold] = root?.querySelectorAll('details') ?? []
      fold?.querySelector('summary')?.click()
      await new Promise(requestAnimationFrame)
      return fold?.open === true && fold.querySelector('.facts') !== null
    })
    expect(isDrawn).toBe(true)
    expect(await tab.evaluate(() => faults)).toEqual([])
  })

  test('can all be reached and used by keyboard', async () => {
    const tab = await open()
    const stops: string[] = []
    const next = async (wanted: string) => {
      for (let step = 0; step < 30; step++) {
        await tab.press('Tab')
        const { name = '' } = (await tab.focused()) ?? {}
        stops.push(name)
        if (name === wanted) return
      }
      throw new Error(`"${wanted}" is not among ${stops.join(', ')}.`)
    }
    await next('2 сервиса')
    await tab.press('Enter')
    await tab.see('[part=service] .facts')
    expect(await tab.focused()).toMatchObject({ name: '2 сервиса' })
    await next('Visor')
    await tab.press('Space')
    expect(await tab.see({ role: 'switch', name: 'Visor' })).toMatchObject({ checked: true })
    expect(await tab.find({ role: 'checkbox', name: 'Аналитические' })).not.toBeNull()
    await next(RECEIPT.name)
    await tab.press('Enter')
    await tab.see('[part=receipt]')
    await next(say('ru', 'receipt.write'))
    await next('Сохранить выбор')
    await tab.press('Enter')
    await tab.seeNo(dialog())
    expect(
      await tab.evaluate(() => ['counter', 'visor'].map((id) => kelisim.acceptedService(id))),
    ).toEqual([false, true])
  })

  test('about the choice is true, and can be saved, printed and asked about', async () => {
    const tab = await open({
      // A page's own script stands in for the disk and for the new tab.
      head: `<script>
        var saved = []
        URL.createObjectURL = (blob) => (blob.text().then((text) => saved.push(text)), 'blob:' + location.origin + '/1')
        HTMLAnchorElement.prototype.click = function () { saved.push(this.download) }
        window.open = () => {
          const frame = document.createElement('iframe')
          document.body.append(frame)
          return (window.printed = frame.contentWindow)
        }
      </script>`,
    })
    await tab.click(toggle('analytics'))
    await tab.click(button('preferences.save'))
    await tab.seeNo(dialog())
    await tab.waitFor(async () => (await kelisim.records()).length > 0)
    await tab.evaluate(() => kelisim.showPreferences())
    await tab.click(RECEIPT)
    const { text } = await tab.see('[part=receipt]')
    const { consentId } = await tab.evaluate(() => kelisim.$decision.get() ?? { consentId: '' })
    expect(text).toContain(consentId)
    // Kazakhstan went from +6 to +5 in 2024, which older engines do not know.
    expect(text).toMatch(/GMT\+[56]/)
    expect(text).toContain('Разрешено Аналитические')
    expect(await textOf(tab, '[part=history]')).toContain('согласие дано')
    expect(await textOf(tab, '[part=operator]')).toContain(OPTIONS.operator.bin)

    await tab.click(button('receipt.download'))
    const [name, content] = await tab.waitFor(() => {
      const { saved } = globalThis as unknown as { saved: string[] }
      return saved.length === 2 && saved.sort((a, b) => a.length - b.length)
    })
    expect(name).toBe(`kelisim-${consentId}.json`)
    expect(JSON.parse(`${content}`)).toMatchObject({
      iso27560: {
        pii_principal_id: consentId,
        pii_processing: [
          { purpose_type: 'analytics', consent_state: 'given' },
          { purpose_type: 'marketing', consent_state: 'refused' },
          { purpose_type: 'ai-training', consent_state: 'refused' },
        ],
        events: [{ event_state: 'given' }],
      },
      kantara: { services: [{ service: 'Counter' }, { service: 'Visor' }] },
      records: [{ event: 'granted', action: 'save' }],
    })

    await tab.click(button('receipt.print'))
    const printed = await tab.waitFor(() => {
      const { document } = (globalThis as unknown as { printed: Window }).printed
      return document.body.textContent?.includes('GMT+') && document.body.innerText
    })
    expect(printed).toContain(consentId)

    const href = await tab.evaluate(() => {
      const root = document.querySelector('kelisim-view')?.shadowRoot
      const select = root?.querySelector('select')
      if (select) select.value = 'erase'
      select?.dispatchEvent(new Event('change'))
      return root?.querySelector<HTMLAnchorElement>('[part=request] a')?.href
    })
    expect(decodeURIComponent(`${href}`)).toContain(consentId)
    expect(decodeURIComponent(`${href}`)).toContain('удалить данные')
    expect(await tab.evaluate(() => faults)).toEqual([])
  })

  test('opens the printed page under a strict policy, too', async () => {
    const policy = `default-src 'none'; script-src 'self'; connect-src 'self'`
    const meta = `<meta http-equiv="Content-Security-Policy" content="${policy}; require-trusted-types-for 'script'; trusted-types kelisim">`
    const tab = await open({ head: meta })
    await tab.click(button('preferences.reject'))
    await tab.seeNo(dialog())
    await tab.evaluate(() => kelisim.showPreferences())
    await tab.click(RECEIPT)
    await tab.see('[part=receipt]')
    const violations = await tab.evaluate(async () => {
      const frame = document.createElement('iframe')
      document.body.append(frame)
      window.open = () => frame.contentWindow
      const root = document.querySelector('kelisim-view')?.shadowRoot
      root?.querySelector<HTMLElement>('[part=print]')?.click()
      await new Promise((go) => setTimeout(go, 100))
      const inside = frame.contentDocument
      return [inside?.querySelector('h1')?.textContent, inside?.adoptedStyleSheets.length, faults]
    })
    expect(violations).toEqual([`Запись о согласии · prefs.example`, 1, []])
  })
})
