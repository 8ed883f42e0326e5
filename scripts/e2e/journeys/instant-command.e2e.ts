import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { runCli } from '../check/run-cli.ts'
import { engines } from '../engines.ts'
import '../pages/in-page.ts'
import { openShop, SHOP, shopPage } from '../pages/shop.ts'
import { button, notice } from '../pages/words.ts'
import { setStage } from '../stage.ts'

const OPTIONS = { policy: { url: '/privacy' } }

describe.runIf(engines.includes('chromium'))('npx kelisim instant', () => {
  const stage = setStage('chromium')
  let folder: string

  beforeAll(async () => {
    openShop(stage.site)
    folder = await mkdtemp(join(tmpdir(), 'kelisim-instant-'))
  })
  afterAll(() => rm(folder, { recursive: true }))

  const written = async (text: string) => {
    const file = join(folder, 'options.json')
    await writeFile(file, text)
    return runCli(['instant', file, '--language', 'kk'])
  }

  test('writes what a page shows at once, in the language of the command', async () => {
    const { code, stdout, stderr } = await written(JSON.stringify(OPTIONS))
    expect([code, stderr]).toEqual([0, ''])
    stage.site.route(`${SHOP}/instant`, shopPage({ lang: 'kk', head: '', body: stdout }))
    const tab = await stage.newTab()
    await tab.goto(`${SHOP}/instant`)
    await tab.see(notice('kk'))
    await tab.click(button('notice.reject', 'kk'))
    await tab.seeNo(notice('kk'))
    // The page's own tag asks the same, and so nothing more.
    await tab.goto(`${SHOP}/`)
    expect(await tab.evaluate(() => kelisim.$status.get())).toBe('decided')
  })

  test('says what is wrong with the options, and writes nothing', async () => {
    const { code, stdout, stderr } = await written('{"polici":{}}')
    expect([code, stdout]).toEqual([1, ''])
    expect(stderr).toContain('policy')
    expect((await written('{')).code).toBe(2)
  })
})
