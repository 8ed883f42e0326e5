import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest'
import { engines } from '../engines.ts'
import { openShop, SHOP } from '../pages/shop.ts'
import { type Site, startSite } from '../server.ts'
import { CLEAN, LEAKING, openPages, SLOPPY } from './pages.ts'
import { findingsOf, runCli, throughSite } from './run-cli.ts'

// It drives Chromium by itself, so the other engines have no part in it.
describe.runIf(engines.includes('chromium'))('npx kelisim check', () => {
  let site: Site

  beforeAll(async () => {
    site = await startSite()
    openShop(site)
    openPages(site)
  })
  afterAll(() => site.close())

  test('reports everything that a page gives away before anybody was asked', async () => {
    const { code, stdout } = await runCli(['check', LEAKING, '--json', ...throughSite(site)])
    expect(code).toBe(1)
    expect(findingsOf(stdout).sort()).toEqual([
      'early-contact https://www.googletagmanager.com/ ga4',
      'kept cookie: _ym_uid yandex-metrika',
      'kept local: seen -',
      'no-policy https://shop.example.com.kz/leaking -',
      'no-refusal unknown -',
      'no-way-back unknown -',
      'noscript https://vk.com/rtrg?p=1 vk-retargeting',
      'request mc.yandex.ru yandex-metrika',
      'request tracker.example -',
      'undeclared-unknown https://shop.example.com.kz/leaking -',
    ])
  })

  test('finds nothing on a page as it should be, and shows how far it is', async () => {
    const outcome = await runCli(['check', CLEAN, ...throughSite(site)], { LANG: 'en_US.UTF-8' })
    expect(outcome).toEqual({
      code: 0,
      stdout: `${CLEAN}\nBanner: kelisim\n\nErrors: 0, warnings: 0, notes: 0\n`,
      stderr:
        '1/4 without a choice …\n2/4 after refusing …\n3/4 after accepting …\n4/4 after withdrawing …\n',
    })
  })

  test('tells in Russian what survives a withdrawal and what is declared in vain, with pictures', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'kelisim-check-'))
    onTestFinished(() => rm(folder, { recursive: true }))
    const words = ['check', SLOPPY, '--html', folder, ...throughSite(site)]
    const { code, stdout } = await runCli(words)
    expect(code).toBe(1)
    expect(stdout).toContain('Осталось после отзыва согласия: local: counter_left')
    expect(stdout).toContain('Осталось после отзыва согласия: cookie: _ym_uid (yandex-metrika)')
    expect(stdout).toContain('Используется, но посетителям о нём не сказано: yandex-metrika')
    expect(stdout).toContain('Объявлено, но на этой странице не встретилось: old')
    expect((await readdir(folder)).sort()).toEqual([
      'accepted.png',
      'first.png',
      'index.html',
      'refused.png',
      'withdrawn.png',
    ])
    const html = await readFile(join(folder, 'index.html'), 'utf8')
    expect(html).toContain('<html lang="ru">')
    expect(html).toContain('local: counter_left')
  })

  test.each([
    [['check', `${SHOP}/none`], 'Сервер ответил 404'],
    [['check', 'ftp://example.kz'], 'Это не адрес страницы'],
    [['check', SHOP, '--browser', '/no/such/browser'], 'Chromium не найден'],
    [['check', SHOP, '--wait', 'long'], '--wait принимает миллисекунды'],
    [['check'], 'Нет адреса'],
    [['check', SHOP, '--colour'], 'Командную строку не удалось прочесть'],
    [['check', SHOP, '--language', 'de'], 'Языка de нет'],
  ])('ends with 2 and a sentence when it cannot be made: %j', async (words, said) => {
    const { code, stdout, stderr } = await runCli([...throughSite(site), ...words])
    expect([code, stdout]).toEqual([2, ''])
    expect(stderr).toContain(said)
    expect(stderr).not.toMatch(/^\s+at /m)
  })
})
