import { buildSync } from 'esbuild'
import type { Result } from './run.ts'

/** Hosts that tell whether a service is inside. */
const OTHERS = ['connect.facebook.net', 'googletagmanager', 'code.jivo.ru', 'clarity.ms', 'youtube']

/**
 * Bundles one preset in an application that has the package, and looks for the others.
 *
 * @param app Folder of the application.
 */
export function checkShaking(app: string): Result {
  const name = 'one service bundles without the others'
  try {
    const { outputFiles } = buildSync({
      stdin: {
        contents:
          "import { yandexMetrika } from 'kelisim/services'; window.made = yandexMetrika({ id: 1 })",
        resolveDir: app,
      },
      bundle: true,
      format: 'esm',
      minify: true,
      write: false,
    })
    const text = outputFiles[0]?.text ?? ''
    const inside = OTHERS.filter((host) => text.includes(host))
    if (!text.includes('mc.yandex.ru')) return { name, fault: 'The service itself is not inside.' }
    return { name, fault: inside.length > 0 ? `Inside are: ${inside.join(', ')}` : undefined }
  } catch (error) {
    return { name, fault: String(error) }
  }
}
