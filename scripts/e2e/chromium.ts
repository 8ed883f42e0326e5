import type { Page, SerializedAXNode } from 'puppeteer-core'
import type { Browser } from './browser.ts'
import { findProgram } from './find-program.ts'
import { launchPuppeteer } from './puppeteer.ts'
import type { Media, Told } from './tab.ts'

const PATHS = ['/usr/bin/chromium', '/usr/bin/google-chrome', '/usr/bin/chromium-browser']

/**
 * Features of Chromium that put two pages of its own behind the address bar of each window. Nobody uses
 * that bar here, and they cost more than half of the time.
 */
export const ADDRESS_BAR_PAGES = 'WebUIOmniboxPopup,WebUIOmniboxAimPopup'

/** Launches Chromium behind the proxy; the sandbox is off because root cannot have one. */
export async function launchChromium(proxy: string): Promise<Browser> {
  const args = [
    '--no-sandbox',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
    '--no-first-run',
    '--disable-quic',
    '--ignore-certificate-errors',
    // A typed http:// address must be asked for as it is.
    `--disable-features=HttpsUpgrades,HttpsFirstBalancedModeAutoEnable,${ADDRESS_BAR_PAGES}`,
    `--proxy-server=${proxy}`,
  ]
  const options = { executablePath: findProgram(PATHS, 'chromium'), args }
  return launchPuppeteer({ engine: 'chromium', options, emulate, accessibilityTree })
}

async function emulate(page: Page, media: Media): Promise<boolean> {
  const session = await page.createCDPSession()
  // Puppeteer's own method refuses forced-colors.
  await session.send('Emulation.setEmulatedMedia', {
    features: [
      { name: 'prefers-color-scheme', value: choose(media.dark, 'dark', 'light') },
      { name: 'prefers-reduced-motion', value: choose(media.reducedMotion, 'reduce', '') },
      { name: 'forced-colors', value: choose(media.forcedColors, 'active', 'none') },
    ],
  })
  return true
}

const STATES = ['checked', 'disabled', 'expanded', 'focused', 'modal', 'pressed'] as const

async function accessibilityTree(page: Page): Promise<Told | null> {
  const root = await page.accessibility.snapshot({ interestingOnly: false })
  return root && (toTold(root)[0] ?? null)
}

// What only holds others together, and pieces of a text, is not told.
const SILENT = /^(none|generic|paragraph|InlineTextBox|LineBreak)$/
const NAMED_BY_TEXT = /^(button|link|heading|option|DisclosureTriangle)$/

function toTold(node: SerializedAXNode): Told[] {
  const { role, name = '', level, children = [] } = node
  const inside = NAMED_BY_TEXT.test(role) ? [] : children.flatMap(toTold)
  if (SILENT.test(role) || !(name.trim() || inside[0])) return inside
  const states = STATES.flatMap((state) => {
    const value = node[state]
    if (value === undefined) return []
    return value === true ? state : `${state} ${value}`
  })
  return [
    {
      role,
      name: name.trim(),
      states: level === undefined ? states : [...states, `level ${level}`],
      children: inside,
    },
  ]
}

function choose(wanted: boolean | undefined, yes: string, no: string): string {
  if (wanted === undefined) return ''
  return wanted ? yes : no
}
