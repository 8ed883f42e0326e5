import type { Page } from 'puppeteer-core'
import type { Browser } from './browser.ts'
import { findProgram } from './find-program.ts'
import { launchPuppeteer } from './puppeteer.ts'
import type { Media } from './tab.ts'

const PATHS = ['/usr/bin/chromium', '/usr/bin/google-chrome', '/usr/bin/chromium-browser']

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
    '--disable-features=HttpsUpgrades,HttpsFirstBalancedModeAutoEnable',
    `--proxy-server=${proxy}`,
  ]
  const options = { executablePath: findProgram(PATHS, 'chromium'), args }
  return launchPuppeteer({ engine: 'chromium', options, emulate })
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

function choose(wanted: boolean | undefined, yes: string, no: string): string {
  if (wanted === undefined) return ''
  return wanted ? yes : no
}
