import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { runCli } from '../check/run-cli.ts'
import { say } from '../pages/words.ts'

const OPTIONS = {
  policy: { version: '2026-11-01', url: '/privacy', archive: '/policy/' },
  services: [{ id: 'counter', category: 'analytics', country: 'US' }],
}

describe('npx kelisim', () => {
  let folder: string
  let options: string

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'kelisim-commands-'))
    options = join(folder, 'options.json')
    await writeFile(options, JSON.stringify(OPTIONS))
    await writeFile(join(folder, 'broken.json'), '{"polici":{}}')
    for (const code of ['kk', 'ru', 'en']) await writeFile(join(folder, `policy.${code}.txt`), code)
  })
  afterAll(() => rm(folder, { recursive: true }))

  test('declaration writes the table of all that is used, as HTML or Markdown', async () => {
    const html = await runCli(['declaration', options, '--language', 'kk'])
    expect([html.code, html.stderr]).toEqual([0, ''])
    expect(html.stdout).toMatch(/^<div class="kelisim-declaration" lang="kk".*<\/div>\n$/s)
    expect(html.stdout).toContain(say('kk', 'category.necessary'))
    const markdown = await runCli(['declaration', options, '--language', 'en', '--markdown'])
    expect(markdown.stdout).toContain(`### ${say('en', 'category.analytics')}`)
    expect(markdown.stdout).toContain('| counter |')
  })

  test('archive writes two files once, with the policy of each language', async () => {
    const out = join(folder, 'policy')
    const words = ['archive', options, '--policy', join(folder, 'policy.*.txt'), '--out', out]
    const { code, stdout, stderr } = await runCli([...words, '--earlier', '2025-01-15'])
    expect([code, stderr]).toEqual([0, ''])
    const paths = ['json', 'html'].map((type) => join(out, `2026-11-01.${type}`))
    expect(stdout.trim().split('\n')).toEqual(paths)
    const archive = JSON.parse(await readFile(join(out, '2026-11-01.json'), 'utf8'))
    expect(archive.languages.kk.policy.text).toBe('kk')
    expect(archive.languages.ru.banners.at(-1).after).toBe('2025-01-15')
    expect(archive.languages.en.preferences.text).toContain(say('en', 'preferences.body'))
    const again = await runCli([...words, '--language', 'ru'])
    expect(again).toMatchObject({ code: 2, stdout: '' })
    expect(again.stderr).toContain('2026-11-01.json')
  })

  test('takes the options of a script that hands them to the tag, and the main part of a page', async () => {
    const script = join(folder, 'consent.js')
    const push = (text: string) => `(window.kelisim ||= []).push(${text})`
    await writeFile(
      script,
      `${push(JSON.stringify(OPTIONS))};${push('{ languages: ["ru"] }, () => {}')}`,
    )
    await writeFile(
      join(folder, 'policy.html'),
      '<title>No</title><main class="a"><p>Yes</p></main>',
    )
    const out = join(folder, 'of-script')
    const policy = join(folder, 'policy.html')
    expect(await runCli(['archive', script, '--policy', policy, '--out', out])).toMatchObject({
      code: 0,
    })
    const archive = JSON.parse(await readFile(join(out, '2026-11-01.json'), 'utf8'))
    expect(Object.keys(archive.languages)).toEqual(['ru'])
    expect(archive.languages.ru.policy).toMatchObject({ text: '<p>Yes</p>' })
    await writeFile(script, 'nothing.push()')
    const broken = await runCli(['declaration', script, '--language', 'en'])
    expect([broken.code, broken.stdout]).toEqual([2, ''])
    expect(broken.stderr).toContain('nothing is not defined')
  })

  test.each(['declaration', 'archive'])(
    '%s says what is wrong, and writes nothing',
    async (name) => {
      const broken = await runCli([name, join(folder, 'broken.json')])
      expect(broken).toMatchObject({ code: 1, stdout: '' })
      expect(broken.stderr).toContain('policy')
      expect(await runCli([name])).toMatchObject({ code: 2, stdout: '' })
      expect(await runCli([name, join(folder, 'missing.json')])).toMatchObject({ code: 2 })
    },
  )

  test('archive needs a version that can name a file', async () => {
    const path = join(folder, 'nameless.json')
    await writeFile(path, '{}')
    const { code, stderr } = await runCli(['archive', path, '--out', join(folder, 'none')])
    expect(code).toBe(2)
    expect(stderr).toContain('policy.version')
  })
})
