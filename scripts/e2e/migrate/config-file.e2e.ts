import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { runCli } from '../check/run-cli.ts'
import { engines } from '../engines.ts'

const KLARO = `var klaroConfig = { services: [{ name: 'chat', purposes: ['livechat'], callback() {} }] }`

describe.runIf(engines.includes('chromium'))('npx kelisim migrate', () => {
  let folder: string

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'kelisim-migrate-'))
  })
  afterAll(() => rm(folder, { recursive: true }))

  const moved = async (name: string, text: string, ...words: string[]) => {
    await writeFile(join(folder, name), text)
    return runCli(['migrate', join(folder, name), '--language', 'en', ...words])
  }

  test('runs a script apart, says so, and writes the snippet', async () => {
    const { code, stdout, stderr } = await moved('klaro.js', KLARO)
    expect(code).toBe(0)
    expect(stdout).toMatch(/^<script async src="\/kelisim\/kelisim.js"><\/script>\n/)
    expect(stdout).toContain('"id": "chat"')
    expect(stderr).toContain('Only do this with files that you trust.')
    expect(stderr).toContain('services[0].callback: code is not carried over')
  })

  test('reads the scripts of a page, and JSON without running it', async () => {
    const page = await moved('page.html', `<script>${KLARO}</script>`, '--json')
    expect(JSON.parse(page.stdout)).toMatchObject({ product: 'klaro' })
    const json = '{"services":[{"name":"chat","purposes":["livechat"]}]}'
    const data = await moved('klaro.json', json, '--json')
    expect([data.code, data.stderr]).toEqual([0, ''])
    expect(JSON.parse(data.stdout)).toMatchObject({
      options: { categories: ['functional'], services: [{ id: 'chat' }] },
    })
  })

  test('lets a script write nothing, though it may get hold of the process', async () => {
    const file = join(folder, 'written.txt')
    const escape = `addEventListener.constructor('return process')()
      .getBuiltinModule('fs').writeFileSync(${JSON.stringify(file)}, 'x')`
    const { code, stderr } = await moved('hostile.js', escape)
    expect(code).toBe(2)
    expect(stderr).toMatch(/restricted|not a function/i)
  })

  test.each([
    ['nobody.json', '{"a":1}', 'It is not clear whose configuration this is'],
    ['broken.json', '{', 'The file is not JSON'],
    ['broken.js', 'let (', 'The file could not be run'],
    ['empty.js', '', 'No configuration was found'],
  ])('ends with 2 and a sentence for %s', async (name, text, said) => {
    const { code, stdout, stderr } = await moved(name, text)
    expect([code, stdout]).toEqual([2, ''])
    expect(stderr).toContain(said)
  })
})
