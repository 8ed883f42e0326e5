import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import {
  shownText,
  type PolicyArchive,
} from '../../../packages/kelisim/src/archive/policy-archive.ts'
import { runCli } from '../check/run-cli.ts'
import { engines, quickEngines } from '../engines.ts'
import { originOf, serveExample } from '../example-site.ts'
import { type LedgerHost, mountLedger } from '../ledger/ledger-host.ts'
import { consentId, openLedger } from '../ledger/shop-ledger.ts'
import { storedUnder } from '../ledger/stored.ts'
import '../pages/in-page.ts'
import { unfoldAll } from '../pages/unfold.ts'
import { button, dialog, notice, reopenControl, say } from '../pages/words.ts'
import { setStage } from '../stage.ts'
import type { Tab } from '../tab.ts'
import { makeTemporaryFolder } from '../temporary-folder.ts'

const NAME = 'ai-service'
const SITE = originOf(NAME)
const FOLDER = fileURLToPath(new URL(`../../../examples/${NAME}`, import.meta.url))
const HOME = 'https://records.oilan.example/'
const RUSSIA = 'https://records-ru.oilan.example/'
const TRAINING = { role: 'switch', name: 'Обучение ИИ' } as const
const dayIn = (days: number) => new Date(Date.now() + days * 864e5).toISOString().slice(0, 10)

describe.each(engines)('the AI service in %s', (engine) => {
  const stage = setStage(engine)
  let home: LedgerHost
  let russia: LedgerHost
  let asked: { prompt: string; mayTrain: boolean }[]

  beforeAll(async () => {
    const { site } = stage
    await serveExample(site, NAME, { pages: ['/', '/privacy/', '/privacy/2027-03-01.html'] })
    const script = await readFile(`${FOLDER}/consent.js`, 'utf8')
    site.route(`${SITE}/consent.js`, script.replaceAll('2027-03-01T', `${dayIn(20)}T`))
    const html = await readFile(`${FOLDER}/index.html`, 'utf8')
    site.route(`${SITE}/from-russia`, html.replace('<html', '<html data-country="RU"'))
    site.route('https://visits.example/count.js', "localStorage.setItem('visits_seen', '1')")
    site.route('https://voice.example/input.js', "indexedDB.open('voice-models')")
    site.route(`${SITE}/api/chat`, ({ body }) => {
      asked.push(JSON.parse(body))
      return { body: '{"answer":"Да."}', headers: { 'content-type': 'application/json' } }
    })
  })
  beforeEach(() => {
    asked = []
    home = mountLedger(stage.site, HOME)
    russia = mountLedger(stage.site, RUSSIA)
  })

  const open = async (path = '/') => {
    const tab = await stage.newTab()
    await tab.goto(SITE + path)
    await tab.see(notice())
    return tab
  }
  const ask = async (tab: Tab) => {
    await tab.click('textarea')
    await tab.type('Почему?')
    // The notice may lie over the button.
    await tab.press('Tab', 'Enter')
    await expect.poll(() => asked.length).toBe(1)
    return asked[0]?.mayTrain
  }
  const abroad = () => stage.site.requests({ awayFrom: [new URL(SITE).hostname] })
  const hosts = () => abroad().map(({ url }) => url.hostname)

  test('trains no model on what is asked by somebody who accepted everything', async () => {
    const tab = await open()
    expect((await tab.see(notice())).text).toContain('не включает: Обучение ИИ')
    await tab.click(button('notice.accept'))
    await tab.seeNo(notice())
    expect(await tab.evaluate(() => kelisim.acceptedCategory('analytics'))).toBe(true)
    expect(await ask(tab)).toBe(false)
  })

  test('trains it after a consent of its own, and not after that was withdrawn', async () => {
    const tab = await open()
    await tab.click(button('notice.customise'))
    await tab.click(TRAINING)
    await tab.click(button('preferences.save'))
    await tab.seeNo(dialog())
    expect(await ask(tab)).toBe(true)
    await tab.click({ role: 'button', name: say('ru', 'preferences.withdraw') })
    await expect.poll(() => tab.evaluate(() => kelisim.acceptedCategory('ai-training'))).toBe(false)
    asked = []
    expect(await ask(tab)).toBe(false)
    expect(
      await tab.evaluate(async () => (await kelisim.records()).map(({ event }) => event)),
    ).toEqual(['granted', 'withdrawn'])
  })

  test('stores nothing and calls nobody before the choice, while scrolled and used', async () => {
    const tab = await open()
    await tab.evaluate(() => scrollTo(0, 500))
    expect(await ask(tab)).toBe(false)
    await tab.press('Escape')
    await tab.goto(`${SITE}/privacy/`)
    await tab.see(notice())
    expect(hosts()).toEqual([])
    expect(await tab.evaluate(() => `${document.cookie}${Object.keys(localStorage)}`)).toBe('')
    expect(await tab.evaluate(() => kelisim.$decision.get())).toBeNull()
  })

  // What follows is the same code in every engine, and its own tests are run in all of them.
  if (!quickEngines.includes(engine)) return

  test('asks with three controls on the first layer, refusing as prominent as accepting', async () => {
    const tab = await open()
    const [reject, accept] = [
      await tab.see(button('notice.reject')),
      await tab.see(button('notice.accept')),
    ]
    await tab.see(button('notice.customise'))
    expect([reject.box.width, reject.box.height]).toEqual([accept.box.width, accept.box.height])
  })

  test('keeps what the site itself needs, and says so, with the contract as its ground', async () => {
    const tab = await open('/privacy/')
    const { text } = await tab.see('kelisim-declaration')
    for (const words of ['session', 'draft', 'visits_seen', 'voice-models', 'Voice Lab, Inc.'])
      expect(text).toContain(words)
    expect(text).toContain(say('ru', 'details.ground.contract'))
    expect(text).toContain('30 дней')
    expect(text).toContain('США')
    const { name } = await tab.see({ role: 'link', name: 'Эта версия в архиве' })
    const archived = (wanted: string) =>
      [...document.links].find(({ textContent }) => textContent === wanted)?.href ?? ''
    await tab.goto(await tab.evaluate(archived, name))
    expect(await tab.evaluate(() => document.title)).toContain('2026-09-12')
    await tab.goto(`${SITE}/`)
    await tab.click(button('notice.customise'))
    expect(await tab.see({ role: 'dialog' })).toMatchObject({
      text: expect.stringContaining(say('ru', 'category.necessary')),
    })
  })

  test('tells who asks, and gives a receipt and a letter with the number of the consent', async () => {
    const tab = await open()
    await tab.click(button('notice.reject'))
    await tab.seeNo(notice())
    await tab.click(reopenControl())
    await tab.see(dialog())
    await unfoldAll(tab)
    await tab.see(button('receipt.download'))
    const shown = await tab.evaluate(
      () => document.querySelector('kelisim-view')?.shadowRoot?.textContent,
    )
    const id = await consentId(tab)
    for (const words of [
      'ТОО «Ойлан»',
      '123456789013',
      'ул. Абая, 10',
      'privacy@oilan.example',
      id,
    ])
      expect(shown).toContain(words)
    expect(shown).toMatch(/UTC\+5|GMT\+5|Алматы/)
  })

  test('brings records of visitors from Russia to Russia first, and asks them about no service abroad', async () => {
    const ledger = await openLedger(SITE)
    russia.target = ledger.url
    const tab = await open('/from-russia')
    await tab.click(button('notice.accept'))
    await tab.seeNo(notice())
    const id = await consentId(tab)
    await expect
      .poll(async () => (await storedUnder(ledger.url, id))?.records.length, { timeout: 15_000 })
      .toBe(1)
    const [stored] = (await storedUnder(ledger.url, id))?.records ?? []
    expect(stored?.record).toMatchObject({ profile: 'RU', operator: { inn: '1234567894' } })
    expect(stored?.record.recipients.filter(({ crossBorder }) => crossBorder)).toEqual([])
    expect(home.calls).toEqual([])
    expect(hosts()).not.toContain('voice.example')
  })

  test('brings the others home, with the text that was shown and who gets what where', async () => {
    const ledger = await openLedger(SITE)
    home.target = ledger.url
    const tab = await open()
    expect((await tab.see(notice())).text).toContain(say('ru', 'notice.abroad.KZ'))
    await tab.click(button('notice.accept'))
    await tab.seeNo(notice())
    const id = await consentId(tab)
    await expect
      .poll(async () => Object.values((await storedUnder(ledger.url, id))?.texts ?? {})[0], {
        timeout: 15_000,
      })
      .toContain('Обучение ИИ')
    const [stored] = (await storedUnder(ledger.url, id))?.records ?? []
    expect(stored?.record.recipients).toContainEqual({
      service: 'voice',
      vendor: 'Voice Lab, Inc.',
      countries: ['US'],
      crossBorder: true,
      legalBasis: 'consent',
    })
    expect(russia.calls).toEqual([])
  })

  test('finds the text of each record in the archive that the command writes', async () => {
    const folder = await makeTemporaryFolder('archive')
    const words = ['--policy', `${FOLDER}/privacy/index.html`, '--out', folder.path]
    const made = await runCli(['archive', `${FOLDER}/consent.js`, ...words])
    expect(made).toMatchObject({ code: 0, stderr: '' })
    const [, path = ''] = /(\S+\.json)/.exec(made.stdout) ?? []
    const archive = JSON.parse(await readFile(path, 'utf8')) as PolicyArchive
    await folder.remove()
    const tab = await open()
    await tab.click(button('notice.reject'))
    await tab.waitFor(async () => (await kelisim.records()).length > 0)
    const [record] = await tab.evaluate(() => kelisim.records())
    expect(record && shownText(archive, record)).toContain('Обучение ИИ')
    expect(archive.languages['ru']?.policy?.text).toContain('БИН 123456789013')
  })

  test('announces the next policy to whoever has answered, and asks nothing', async () => {
    const tab = await open()
    await tab.click(button('notice.accept'))
    await tab.seeNo(notice())
    await tab.reload()
    const { text } = await tab.see({ role: 'region', name: say('ru', 'upcoming.title') })
    expect(text).toContain('90 дней вместо 180')
    expect(await tab.evaluate(() => kelisim.$status.get())).toBe('decided')
    await tab.click({ role: 'link', name: say('ru', 'upcoming.read') })
    await expect.poll(() => tab.url()).toBe(`${SITE}/privacy/2027-03-01.html`)
  })
})
