import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { Site } from '../server.ts'
import type { Tab } from '../tab.ts'

/** Where Studio is served. */
export const STUDIO = 'https://studio.example'

const BUILT = fileURLToPath(new URL('../../../packages/studio/dist', import.meta.url))

/** The release that Studio hands out. */
export const { version }: { readonly version: string } = JSON.parse(
  readFileSync(`${BUILT}/kelisim/manifest.json`, 'utf8'),
)

/** Puts Studio on a site. */
export function openStudio(site: Site): void {
  site.directory(`${STUDIO}/`, BUILT)
}

/** An operator with everything that the law of Kazakhstan asks for. */
export const OPERATOR = {
  name: 'ТОО «Дала»',
  bin: '123456789013',
  email: 'privacy@dala.example',
} as const

/** What `setUp` leaves, for tests that are about something else. */
export const SET_UP = {
  options: { operator: OPERATOR, policy: { url: '/privacy' } },
  presets: { 'yandex-metrika': { id: '12345678' } },
} as const

/** The control for a path of the project. */
export const field = (path: string): string => `[id="${path}"]`

/** Writes into a field, in place of what is there. */
export async function fill(tab: Tab, path: string, text: string): Promise<void> {
  await tab.click(field(path))
  await tab.press('Control+A', 'Backspace')
  await tab.type(text)
}

/** What is said to be wrong beside a field; the field names it as its description. */
export function problemAt(tab: Tab, path: string): Promise<string> {
  return tab.evaluate((id) => {
    const control = document.getElementById(id)
    const ids = control?.getAttribute('aria-describedby')?.split(' ') ?? []
    const said = ids.find((each) => each.endsWith('-problem')) ?? ''
    const isMarked = control?.getAttribute('aria-invalid') === 'true'
    return isMarked ? (document.getElementById(said)?.textContent ?? '') : ''
  }, path)
}

/** The lines that an owner would copy. */
export async function snippetOf(tab: Tab): Promise<string> {
  const found = await tab.see('#snippet')
  return found.value ?? ''
}

/** What is in the preview's frame, as CSS selectors of the notice find it; null while there is nothing. */
export function inPreview(tab: Tab, selector: string): Promise<string | null> {
  return tab.evaluate((wanted) => {
    const inner = document.querySelector('iframe')?.contentDocument
    const roots = [...(inner?.querySelectorAll('*') ?? [])].flatMap(
      ({ shadowRoot }) => shadowRoot ?? [],
    )
    const found = roots.flatMap((root) => [...root.querySelectorAll(wanted)])[0]
    return found ? (found.textContent ?? '') : null
  }, selector)
}

/** Sets up Yandex Metrika, an operator and a policy, as an owner does it; until the lines say so. */
export async function setUp(tab: Tab): Promise<void> {
  await tab.click('#service-search')
  await tab.type('яндекс метрика')
  await tab.click({ role: 'button', name: 'Добавить: Yandex Metrika' })
  await fill(tab, 'presets.yandex-metrika.id', '12345678')
  await fill(tab, 'options.operator.name', OPERATOR.name)
  await fill(tab, 'options.operator.bin', OPERATOR.bin)
  await fill(tab, 'options.operator.email', OPERATOR.email)
  await fill(tab, 'options.policy.url', '/privacy')
  await tab.waitFor(() =>
    document.querySelector<HTMLTextAreaElement>('#snippet')?.value.includes('"/privacy"'),
  )
}
