import { existsSync } from 'node:fs'
import { CliError } from '../cli-error.ts'

// Where installers of Chromium and of what is made of it put the program.
const PATHS: Readonly<Record<string, readonly string[]>> = {
  linux: [
    '/usr/bin/chromium',
    '/usr/bin/chromium-browser',
    '/usr/bin/google-chrome',
    '/usr/bin/google-chrome-stable',
    '/usr/bin/microsoft-edge',
    '/usr/bin/yandex-browser',
    '/snap/bin/chromium',
  ],
  darwin: [
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
    '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  ],
  win32: [
    'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
    'C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe',
    'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
  ],
}

/**
 * Finds the program of a Chromium on this machine.
 *
 * @param asked Its path, where the owner names one.
 * @param environment `process.env`; `CHROME_PATH` is looked at, as other tools do.
 * @throws {CliError} `noBrowser` with where it was looked for.
 */
export function findBrowser(
  asked: string | undefined,
  environment: Readonly<Record<string, string | undefined>>,
  platform: string = process.platform,
): string {
  const named = asked ?? environment['CHROME_PATH'] ?? environment['PUPPETEER_EXECUTABLE_PATH']
  const paths = named ? [named] : (PATHS[platform] ?? [])
  const found = paths.find((path) => existsSync(path))
  if (found) return found
  throw new CliError('noBrowser', { paths: paths.join(', ') })
}
