import type { Browser } from 'puppeteer-core'
import { CliError } from '../cli-error.ts'
import { findBrowser } from './find-browser.ts'

/** How the browser is started. */
export interface BrowserOptions {
  readonly browser?: string | undefined
  readonly proxy?: string | undefined
  readonly insecure?: boolean | undefined
  readonly noSandbox?: boolean | undefined
}

/**
 * Starts a browser as a visitor has it: pages that hide their banner from drivers of tests show it.
 *
 * @throws {CliError} `puppeteer` when what drives it is not installed, `noBrowser`, `launch`.
 */
export async function openBrowser(options: BrowserOptions): Promise<Browser> {
  const executablePath = findBrowser(options.browser, process.env)
  const { launch } = await import('puppeteer-core').catch(() => {
    throw new CliError('puppeteer')
  })
  try {
    return await launch({
      executablePath,
      acceptInsecureCerts: options.insecure === true,
      defaultViewport: { width: 1280, height: 800 },
      ignoreDefaultArgs: ['--enable-automation'],
      args: [
        '--disable-blink-features=AutomationControlled',
        '--disable-background-networking',
        '--disable-component-update',
        '--no-first-run',
        ...(options.noSandbox ? ['--no-sandbox'] : []),
        ...(options.proxy ? [`--proxy-server=${options.proxy}`] : []),
      ],
    })
  } catch (error) {
    throw new CliError('launch', { path: executablePath, cause: (error as Error).message.trim() })
  }
}
