import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { TOKEN } from '../../../packages/ledger/test/ledger.ts'
import { startProcess } from '../../../packages/ledger/test/process.ts'
import { originOf } from '../example-site.ts'
import { button, type Language, say } from '../pages/words.ts'
import type { Stage } from '../stage.ts'
import type { Tab } from '../tab.ts'
import { mountLedger } from './ledger-host.ts'

export const SITE: string = originOf('with-ledger')
/** Where the ledger is reached under the site's own address. */
export const MOUNT: string = `${SITE}/ledger/`
const PATHS = ['v1/records', 'v1/texts', 'v1/stats', 'v1/export', 'v1/subjects'].concat(
  ['', '/', '/admin.js', '/admin.css'].map((path) => `admin${path}`),
)
const AXE = '<script src="axe.js"></script>'

/** A ledger under the site's own address, as a test writes to it and looks into it. */
export interface Desk {
  send(path: string, body: object): Promise<Response>
  /** Puts axe into the operator's page, whose policy stays. */
  inspect(): void
  /** Lets the page reach what is under one consent id. */
  reveal(consentId: string): void
}

/** Starts a ledger under the site's own address. */
export async function openDesk({ site }: Stage): Promise<Desk> {
  const database = join(mkdtempSync(join(tmpdir(), 'kelisim-')), 'ledger.db')
  const { url } = await startProcess(database, ['--origin', SITE])
  mountLedger(site, MOUNT, PATHS).target = url
  return {
    send: (path: string, body: object) =>
      fetch(url + path, {
        method: 'POST',
        headers: { origin: SITE, 'content-type': 'application/json' },
        body: JSON.stringify(body),
      }),
    inspect: () =>
      site.route(`${MOUNT}admin/`, async () => {
        const page = await fetch(`${url}/admin/`)
        const policy = page.headers.get('content-security-policy') ?? ''
        const body = (await page.text()).replace('</head>', `${AXE}</head>`)
        return { headers: { 'content-security-policy': policy }, body }
      }),
    reveal: (consentId: string) => {
      mountLedger(site, MOUNT, [`v1/subjects/${consentId}`]).target = url
    },
  }
}
/** Opens the operator's page and signs in. */
export async function signIn(stage: Stage, language: Language = 'ru'): Promise<Tab> {
  const tab = await stage.newTab()
  await tab.goto(`${MOUNT}admin`)
  await tab.click(button(`language.${language}`))
  await enter(tab, 'input[type=password]', TOKEN)
  await tab.see({ role: 'heading', name: say(language, 'admin.choices') })
  return tab
}
/** Types a text in place of what a field has, and sends it. */
export async function enter(tab: Tab, field: string, text: string): Promise<void> {
  await tab.click(field)
  await tab.evaluate((name) => document.querySelector<HTMLInputElement>(name)?.select(), field)
  await tab.type(text)
  await tab.press('Enter')
}
/** Searches. */
export const find = (tab: Tab, text: string): Promise<void> =>
  enter(tab, 'section form input', text)
/** Text of the first element that a selector finds. */
export const textOf = (tab: Tab, selector: string): Promise<string> =>
  tab.evaluate((name) => document.querySelector(name)?.textContent ?? '', selector)
/** Presses a button that saves a file, and reads what is saved. */
export async function save(tab: Tab, key: string): Promise<string> {
  await tab.evaluate(() => {
    const create = URL.createObjectURL
    URL.createObjectURL = (blob: Blob) => {
      void blob.text().then((text) => Reflect.set(window, 'saved', text))
      return create(blob)
    }
    Reflect.deleteProperty(window, 'saved')
  })
  await tab.click(button(key))
  return tab.waitFor(() => Reflect.get(window, 'saved') as string | undefined)
}
