import { beforeAll, describe, expect, test } from 'vitest'
import { engines } from '../engines.ts'
import { recordedEvents } from '../pages/in-page.ts'
import { button, dialog, notice } from '../pages/words.ts'
import { setStage } from '../stage.ts'
import { openSchool, SCHOOL, visitSchool } from './school.ts'

describe.each(engines)('what counts as a grant in %s', (engine) => {
  const stage = setStage(engine)

  beforeAll(() => openSchool(stage))

  test('keeps a category of the owner’s own out of "accept all" on both layers and in the API', async () => {
    const tab = await visitSchool(stage)
    const allowed = () =>
      tab.evaluate(() =>
        ['analytics', 'marketing', 'ai-training'].map((id) => kelisim.acceptedCategory(id)),
      )
    expect((await tab.see(notice())).text).toContain('«Принять все» не включает: Обучение ИИ.')
    await tab.click(button('notice.accept'))
    await tab.seeNo(notice())
    expect(await allowed()).toEqual([true, true, false])
    await tab.evaluate(() => kelisim.acceptAll())
    expect(await allowed()).toEqual([true, true, false])
    await tab.evaluate(() => kelisim.showPreferences())
    await tab.click({ role: 'switch', name: 'Обучение ИИ' })
    await tab.click(button('preferences.accept'))
    await tab.seeNo(dialog())
    expect(await allowed()).toEqual([true, true, true])
    await expect
      .poll(() => recordedEvents(tab))
      .toEqual([
        'granted click accept-all analytics+marketing',
        'changed api api analytics+marketing',
        'changed click accept-all analytics+marketing+ai-training',
      ])
    await tab.reload()
    expect(await allowed()).toEqual([true, true, true])
  })

  test('keeps children out until a person has stated the age, whoever asks', async () => {
    const tab = await visitSchool(stage, { options: { minors: { age: 16 } } })
    const statement = '[part=statement] input'
    await tab.click(button('notice.accept'))
    expect(await tab.see(statement)).toMatchObject({ focused: true, checked: false })
    await tab.evaluate(async () => {
      const root = document.querySelector('kelisim-view')?.shadowRoot
      root?.querySelector('input')?.click()
      await kelisim.acceptAll()
      await kelisim.choose({ categories: { analytics: true } })
    })
    expect(await tab.evaluate(() => kelisim.$decision.get())).toBeNull()
    expect(await tab.see(statement)).toMatchObject({ checked: false })
    await tab.click(statement)
    await tab.click(button('notice.accept'))
    await tab.seeNo(notice())
    await tab.waitFor(async () => (await kelisim.records()).length > 0)
    expect(await tab.evaluate(async () => (await kelisim.records()).map((r) => r.minors))).toEqual([
      { age: 16, isStated: true },
    ])
    // What was stated holds for later answers, also by code, until everything is taken back.
    await tab.evaluate(async () => {
      await kelisim.choose({ categories: { marketing: false } })
      await kelisim.withdraw()
      await kelisim.acceptAll()
    })
    expect(await tab.evaluate(() => kelisim.acceptedCategory('analytics'))).toBe(false)
    expect(await tab.evaluate(() => told.map(String))).toEqual([
      expect.stringContaining('age-not-stated'),
      expect.stringContaining('age-not-stated'),
      expect.stringContaining('age-not-stated'),
    ])
  })

  test('lets everybody refuse where children are kept out', async () => {
    const tab = await visitSchool(stage, { options: { minors: { age: 16 } } })
    await tab.click(button('notice.reject'))
    await tab.seeNo(notice())
    await tab.goto(`${SCHOOL}/`)
    await tab.waitFor(() => kelisim.$status.get() === 'decided')
    expect(await tab.evaluate(async () => (await kelisim.records()).map((r) => r.minors))).toEqual([
      { age: 16, isStated: false },
    ])
  })
})
