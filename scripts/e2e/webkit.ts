import { once } from 'node:events'
import { createServer, type AddressInfo } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Browser, Visitor } from './browser.ts'
import { startChild, type Child } from './child.ts'
import { createTab } from './create-tab.ts'
import { findProgram } from './find-program.ts'
import { makeGtkHome } from './gtk-home.ts'
import { keepSpare } from './spare-visitor.ts'
import type { Media } from './tab.ts'
import { openSession } from './webdriver.ts'
import { createWindows } from './webkit-windows.ts'
import { createWebKitWire } from './webkit-wire.ts'

const MACHINE = process.arch === 'arm64' ? 'aarch64' : 'x86_64'
const BROWSERS = ['4.1', '4.0', '6.0'].map(
  (api) => `/usr/lib/${MACHINE}-linux-gnu/webkit2gtk-${api}/MiniBrowser`,
)
const PACKAGES = 'webkit2gtk-driver and xvfb'

/**
 * Starts two screens for WebKitGTK: a window that opens takes the focus of those on its own screen, and
 * while one visitor is busy the next is being started.
 *
 * Every visitor is then a driver and a browser of its own, because a driver keeps one session.
 */
export async function launchWebKit(proxy: string): Promise<Browser> {
  const driver = findProgram(['/usr/bin/WebKitWebDriver'], PACKAGES)
  const binary = findProgram(BROWSERS, PACKAGES)
  const screens = await Promise.all([startScreen(), startScreen()])
  let [front, back] = screens
  const start = (media: Media = {}) => {
    ;[front, back] = [back, front]
    return startVisitor({ driver, binary, proxy, display: front.display, media })
  }
  const spare = keepSpare(start)
  return {
    engine: 'webkit',
    newVisitor: (media) => (media ? start(media) : spare.take()),
    async close() {
      await spare.close()
      await Promise.all(screens.map(({ screen }) => screen.stop()))
    },
  }
}

interface Setting {
  readonly driver: string
  readonly binary: string
  readonly proxy: string
  readonly display: string
  readonly media: Media
}

async function startVisitor(setting: Setting): Promise<Visitor> {
  const home = await makeGtkHome(setting.media)
  const port = await freePort()
  const env = { ...process.env, ...home.env, DISPLAY: setting.display }
  const driver = startChild(setting.driver, [`--port=${port}`, '--host=127.0.0.1'], { env })
  const address = `http://127.0.0.1:${port}`
  await untilReady(address)
  const session = await openSession(address, {
    acceptInsecureCerts: true,
    // With any other strategy the driver misses the end of about one load in thirty and waits on.
    pageLoadStrategy: 'none',
    // The `proxy` capability would speak TLS to the proxy itself and then refuse its certificate.
    'webkitgtk:browserOptions': {
      binary: setting.binary,
      args: [
        '--automation',
        `--proxy=http://${setting.proxy}`,
        ...(setting.media.dark ? ['--dark-mode'] : []),
      ],
    },
  })
  const windows = createWindows(session)
  return {
    newTab: async () => createTab(await createWebKitWire(await windows.open())),
    async close() {
      await session.close()
      await driver.stop()
      await home.remove()
    },
  }
}

async function startScreen(): Promise<{ screen: Child; display: string }> {
  const xvfb = findProgram(['/usr/bin/Xvfb'], PACKAGES)
  const args = ['-displayfd', '3', '-screen', '0', '1600x1200x24', '-nolisten', 'tcp']
  const screen = startChild(xvfb, args, { stdio: ['ignore', 'ignore', 'ignore', 'pipe'] })
  const numbers = screen.process.stdio[3] as NodeJS.ReadableStream
  const [number] = (await once(numbers, 'data')) as [Buffer]
  return { screen, display: `:${number.toString().trim()}` }
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  await new Promise((done) => server.close(done))
  return port
}

async function untilReady(address: string): Promise<void> {
  for (let attempt = 0; attempt < 400; attempt += 1) {
    const response = await fetch(`${address}/status`).catch(() => undefined)
    if (response?.ok) return
    await sleep(25)
  }
  throw new Error(`WebKitWebDriver does not answer at ${address}.`)
}
