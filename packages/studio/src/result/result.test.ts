import { transformSync } from 'esbuild'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { knownServices } from '../project/known-services.ts'
import { emptyProject, type Project } from '../project/project.ts'
import type { Branch } from '../project/tree.ts'
import { ratio } from './contrast.ts'
import { lookStyle } from './look-style.ts'
import { writeModule } from './module-code.ts'
import { writeSnippet } from './snippet.ts'

const release = {
  version: '1.2.3',
  files: { 'kelisim.js': { integrity: 'sha384-abc' } },
  snippet: 'the snippet',
}
const project = (part: Partial<Project>): Project => ({ ...emptyProject, ...part })

/** Runs the code with stand-ins, and gives what `createConsent` was called with. */
function run(code: string): unknown {
  const { code: plain } = transformSync(code, { loader: 'ts', format: 'cjs' })
  const calls: unknown[] = []
  const service = (name: string) => (options?: object) => ({ name, ...options })
  const modules: Readonly<Record<string, unknown>> = {
    kelisim: { createConsent: (options: unknown) => (calls.push(options), { start() {} }) },
    'kelisim/services': new Proxy({}, { get: (_, name) => service(String(name)) }),
  }
  // oxlint-disable-next-line no-implied-eval -- The code is ours, and it is what is tested.
  new Function('require', 'exports', 'module', plain)((name: string) => modules[name], {}, {})
  return calls[0]
}

test('the lines have the integrity, what the snippet reads as attributes, and the rest as JSON', () => {
  const lines = writeSnippet(
    project({
      options: {
        language: 'kk',
        cookie: { scope: 'site' },
        operator: { name: '</script>"&' },
      },
      presets: { matomo: { host: 'https://a.example', id: '3', country: 'KZ', bufferCalls: true } },
      look: { radius: 4 },
    }),
    release,
  )
  expect(lines)
    .toBe(`<script async src="/kelisim/1.2.3/kelisim.js" integrity="sha384-abc" data-lang="kk" data-cookie-scope="site" data-matomo="https://a.example 3 KZ" data-matomo-buffer-calls></script>
<script>the snippet</script>
<script type="application/json" data-kelisim-config>
{
  "operator": {
    "name": "\\u003c/script>\\"&"
  }
}
</script>
<style>
:root { --kelisim-radius: 4px }
</style>`)
})

test('a folder of another origin is asked for in the way that lets a browser compare', () => {
  const lines = writeSnippet(project({ base: 'https://cdn.example/k/' }), release)
  expect(lines).toContain('crossorigin="anonymous"')
})

test('the code gives the options and calls the presets', () => {
  const code = writeModule(
    project({
      options: {
        operator: { name: 'О\'Коннор \\ "Дала"\n' },
        services: [{ id: 'a', category: 'b' }],
      },
      presets: { 'yandex-metrika': { id: '1' }, '2gis': { privacyUrl: 'https://a.example' } },
    }),
  )
  expect(code).toContain("import { twoGis, yandexMetrika } from 'kelisim/services'")
  expect(run(code)).toEqual({
    operator: { name: 'О\'Коннор \\ "Дала"\n' },
    services: [
      { name: 'yandexMetrika', id: '1' },
      { name: 'twoGis', privacyUrl: 'https://a.example' },
      { id: 'a', category: 'b' },
    ],
  })
})

test('the code says the same as the options, whatever they are', () => {
  const name = fc.string().filter((each) => each !== '__proto__')
  const value = fc.letrec((tie) => ({
    tree: fc.oneof(
      fc.string(),
      fc.integer(),
      fc.boolean(),
      fc.constant(null),
      fc.array(tie('tree'), { maxLength: 3 }),
      fc.dictionary(name, tie('tree'), { maxKeys: 3, noNullPrototype: true }),
    ),
  })).tree
  const property = fc.property(fc.dictionary(name, value, { noNullPrototype: true }), (options) => {
    const { services: _, ...others } = options
    expect(run(writeModule(project({ options: others as Branch })))).toEqual(others)
  })
  fc.assert(property, { numRuns: 60 })
})

test('every known service has a function that the code can name', () => {
  const presets = Object.fromEntries([...knownServices.keys()].map((id) => [id, {}]))
  expect(run(writeModule(project({ presets })))).toMatchObject({ services: { length: 34 } })
})

test('any colour can be read: on buttons, and as a link on light and dark', () => {
  const byte = fc.integer({ min: 0, max: 255 })
  const property = fc.property(fc.tuple(byte, byte, byte), (parts) => {
    const colour = `#${parts.map((part) => part.toString(16).padStart(2, '0')).join('')}`
    const style = lookStyle({ colour })
    const [light = '', dark = ''] = [...style.matchAll(/accent: (#\w{6})/g)].map(([, each]) => each)
    const [, onSolid = ''] = /on-solid: (#\w{6})/.exec(style) ?? []
    expect(ratio(light, '#ffffff')).toBeGreaterThanOrEqual(4.5)
    expect(ratio(dark, '#1b1d22')).toBeGreaterThanOrEqual(4.5)
    expect(ratio(onSolid, colour)).toBeGreaterThanOrEqual(4.5)
  })
  fc.assert(property)
})
