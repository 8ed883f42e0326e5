import { beforeAll, describe, expect, test } from 'vitest'
import { engines } from '../engines.ts'
import { page, tag } from '../hostile/page.ts'
import { dialog, LANGUAGES, say, toggle, type Language } from '../pages/words.ts'
import { OPTIONS, openSchool, SCHOOL, visitSchool } from '../preferences/school.ts'
import { setStage } from '../stage.ts'
import type { Tab, Told } from '../tab.ts'

// In no landmark of the page.
const EMBED = `<iframe data-category="analytics" data-service="counter" title="Graph" width="560"
  height="315" data-kelisim-src="https://counter.example/"></iframe>`
const [, , { label, description }] = OPTIONS.categories as unknown as readonly [
  string,
  string,
  { readonly label: Record<Language, string>; readonly description: Record<Language, string> },
]

/** A line for each thing that is told, further in for what is inside another. */
const lines = ({ role, name, states, children }: Told, depth = 0): string[] => [
  `${'  '.repeat(depth)}${[role, `"${name}"`, ...states].join(' ')}`,
  ...children.flatMap((child) => lines(child, depth + 1)),
]
const find = (told: Told, role: string): Told | undefined =>
  told.role === role
    ? told
    : told.children.map((child) => find(child, role)).find((found) => found !== undefined)

// The other engines show their trees to no driver.
describe.runIf(engines.includes('chromium'))('what assistive technology is told', () => {
  const stage = setStage('chromium')

  beforeAll(() => openSchool(stage))

  /** The lines of the first thing with this role. */
  const told = async (tab: Tab, role: string) => {
    const tree = await tab.accessibilityTree()
    const found = tree && find(tree, role)
    return found ? lines(found) : []
  }
  const languages = (language: Language, depth: string) => [
    `${depth}group "${say(language, 'language.group')}"`,
    ...LANGUAGES.map(
      (code) =>
        `${depth}  button "${say(language, `language.${code}`)}" pressed${code === language ? '' : ' false'}`,
    ),
  ]
  const notice = (language: Language) => {
    const categories = ['analytics', 'marketing'].map((id) =>
      say(language, `category.${id}`).toLowerCase(),
    )
    const sentences = [
      say(language, 'notice.body', { categories: [...categories, label[language]].join(', ') }),
      say(language, 'notice.abroad.KZ'),
      say(language, 'notice.alone', { names: label[language] }),
      say(language, 'notice.operator', { name: OPTIONS.operator.name }),
    ]
    return [
      `region "${say(language, 'notice.title')}"`,
      '  sectionheader ""',
      `    heading "${say(language, 'notice.title')}" level 2`,
      ...languages(language, '    '),
      '  status ""',
      `    StaticText "${sentences.join(' ')}"`,
      `    link "${say(language, 'notice.policy')}"`,
      '  sectionfooter ""',
      ...['reject', 'accept', 'customise'].map(
        (key) => `    button "${say(language, `notice.${key}`)}"`,
      ),
    ]
  }
  const counted = (language: Language, count: number) => {
    const form = new Intl.PluralRules(language).select(count)
    return say(language, `preferences.services_${form}`, { count: `${count}` })
  }
  const category = (language: Language, id: string, count: number) => [
    `  heading "${say(language, `category.${id}`)}" level 3`,
    id === 'necessary'
      ? `  StaticText "${say(language, 'preferences.always')}"`
      : `  switch "${say(language, `category.${id}`)}" checked false`,
    `  StaticText "${say(language, `preferences.description.${id}`)}"`,
    ...(id === 'analytics'
      ? [`  StaticText "${say(language, 'preferences.records', { names: 'Visor' })}"`]
      : []),
    '  group ""',
    `    DisclosureTriangle "${counted(language, count)}" expanded false`,
  ]
  const preferences = (language: Language) => [
    `dialog "${say(language, 'preferences.title')}" modal`,
    `  heading "${say(language, 'preferences.title')}" focused level 2`,
    `  button "${say(language, 'preferences.close')}"`,
    `  StaticText "${say(language, 'preferences.body')}"`,
    ...languages(language, '  '),
    ...category(language, 'necessary', 1),
    ...category(language, 'analytics', 2),
    ...category(language, 'marketing', 1),
    `  heading "${label[language]}" level 3`,
    `  switch "${label[language]}" checked false`,
    `  StaticText "${say(language, 'preferences.alone')}"`,
    `  StaticText "${description[language]}"`,
    '  group ""',
    `    DisclosureTriangle "${say(language, 'preferences.receipt')}" expanded false`,
    ...['reject', 'accept', 'save'].map(
      (key) => `  button "${say(language, `preferences.${key}`)}"`,
    ),
  ]

  test.each(LANGUAGES)(
    'is names, roles, states and order of both layers in %s',
    async (language) => {
      const tab = await visitSchool(stage, { language })
      expect(await told(tab, 'region')).toEqual(notice(language))
      await tab.evaluate(() => kelisim.showPreferences())
      await tab.see(dialog(language))
      expect(await told(tab, 'dialog')).toEqual(preferences(language))
      // A modal dialog is all there is.
      expect(await told(tab, 'main')).toEqual([])
    },
  )

  test('is what is on, half on and unfolded', async () => {
    const tab = await visitSchool(stage)
    await tab.evaluate(() => kelisim.showPreferences())
    await tab.click(toggle('marketing'))
    await tab.click({ role: 'button', name: counted('ru', 2) })
    await tab.click({ role: 'switch', name: 'Visor' })
    const all = await told(tab, 'dialog')
    const states = all
      .map((line) => line.trim())
      .filter((line) => /^(switch|checkbox|Disclos)/.test(line))
    expect(states).toEqual([
      `DisclosureTriangle "${counted('ru', 1)}" expanded false`,
      // A switch has no third state.
      `checkbox "${say('ru', 'category.analytics')}" checked mixed`,
      `DisclosureTriangle "${counted('ru', 2)}" expanded`,
      'switch "Counter" checked false',
      'switch "Visor" checked focused',
      `switch "${say('ru', 'category.marketing')}" checked`,
      `DisclosureTriangle "${counted('ru', 1)}" expanded false`,
      `switch "${label.ru}" checked false`,
      `DisclosureTriangle "${say('ru', 'preferences.receipt')}" expanded false`,
    ])
  })

  test.each(LANGUAGES)('is a held embed and the way back in %s', async (language) => {
    const head = tag({ options: OPTIONS })
    stage.site.route(`${SCHOOL}/`, page({ lang: language, head, body: EMBED }))
    const tab = await stage.newTab()
    await tab.goto(`${SCHOOL}/`)
    await tab.evaluate(() => kelisim.rejectAll())
    await tab.see({ role: 'button', name: say(language, 'reopen') })
    await tab.see({ role: 'button', name: say(language, 'embed.once') })
    const tree = await told(tab, 'RootWebArea')
    const buttons = tree.map((line) => line.trim()).filter((line) => line.startsWith('button'))
    expect(buttons).toEqual(
      ['embed.once', 'embed.always', 'reopen'].map((key) => `button "${say(language, key)}"`),
    )
    expect(tree.filter((line) => /banner|contentinfo/.test(line))).toEqual([])
  })
})
