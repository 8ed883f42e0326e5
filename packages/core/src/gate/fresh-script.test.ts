// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test, vi } from 'vitest'

beforeEach(() => vi.resetModules())
afterEach(() => vi.unstubAllGlobals())

/** A copy made where the page enforces Trusted Types; what was blessed, and under which name. */
async function copied(html: string) {
  const log: string[] = []
  vi.stubGlobal('trustedTypes', {
    createPolicy(name: string, rules: Record<string, (text: string) => string>) {
      log.push(name)
      const bless = (kind: string) => (text: string) => {
        log.push(`${kind} ${text}`)
        return rules[kind]?.(text)
      }
      return { createScript: bless('createScript'), createScriptURL: bless('createScriptURL') }
    },
  })
  const { freshScript } = await import('./fresh-script.ts')
  document.body.innerHTML = html
  const script = document.querySelector('script')
  if (!script) throw new Error(html)
  const first = freshScript(script)
  return { log, script, first, second: freshScript(script) }
}

test('has addresses and text blessed by one policy, and nothing else', async () => {
  const { log, first, second, script } = await copied(
    '<script type="text/plain" data-src="/b" src="/a" id="own">1</script>',
  )
  const once = ['createScriptURL /b', 'createScriptURL /a', 'createScript 1']
  expect(log).toEqual(['kelisim', ...once, ...once])
  expect(new Set([first, second, script]).size).toBe(3)
  expect([first.id, first.text, first.getAttribute('data-src'), first.getAttribute('src')]).toEqual(
    ['own', '1', '/b', '/a'],
  )
})

test('gives back the script itself where the policy is forbidden', async () => {
  vi.stubGlobal('trustedTypes', {
    createPolicy() {
      throw new TypeError('forbidden')
    },
  })
  const { freshScript } = await import('./fresh-script.ts')
  const script = document.createElement('script')
  script.text = '1'
  expect(freshScript(script)).toBe(script)
})
