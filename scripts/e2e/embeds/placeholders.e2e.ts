import { beforeAll, describe, expect, test } from 'vitest'
import { engines } from '../engines.ts'
import { recordedEvents } from '../pages/in-page.ts'
import { button, dialog, notice, say } from '../pages/words.ts'
import { setStage } from '../stage.ts'
import type { Tab } from '../tab.ts'
import {
  ALWAYS,
  HELD_MAP,
  HELD_VIDEO,
  MAP,
  ONCE,
  openSchool,
  placeholder,
  SCHOOL,
  schoolPage,
  VIDEO,
  visitSchool,
} from './embeds-page.ts'

describe.each(engines)('a held embed in %s', (engine) => {
  const stage = setStage(engine)

  beforeAll(() => openSchool(stage.site))

  const visit = (page?: string, size?: readonly [number, number]) => visitSchool(stage, page, size)
  const refuse = async (tab: Tab) => {
    await tab.click(button('notice.reject'))
    await tab.seeNo(notice())
  }
  const vendors = () =>
    stage.site.requests({ awayFrom: ['school.example.kz'] }).map(({ url }) => url.href)
  const frameSrc = (tab: Tab, id = 'video') =>
    tab.evaluate((id) => document.querySelector(`#${id}`)?.getAttribute('src') ?? null, id)
  const expectFrame = (tab: Tab, src: string | null, id = 'video') =>
    expect.poll(() => frameSrc(tab, id), { timeout: 5_000 }).toBe(src)
  const faultsOf = (tab: Tab) => tab.evaluate(() => [...faults, ...heard])

  test('is stood in for, and nobody else hears of the visit', async () => {
    const tab = await visit()
    const { text } = await tab.see(placeholder('Lesson, Video'))
    expect(text).toContain('IP-адрес: Video Inc., США.')
    expect(text).toContain('VISITOR')
    for (const target of [ONCE, ALWAYS]) {
      expect((await tab.see(target)).box.height).toBeGreaterThanOrEqual(44)
    }
    const link = await tab.evaluate(() => {
      const root = document.querySelector('kelisim-placeholder')?.shadowRoot
      const { href, rel, target } = root?.querySelector('a') ?? { href: '', rel: '', target: '' }
      return [href, rel, target]
    })
    expect(link).toEqual([VIDEO, 'noopener noreferrer', '_blank'])
    expect(vendors()).toEqual([])
    expect(await faultsOf(tab)).toEqual([])
  })

  test('is not fetched where no embed is held, nor where all are allowed', async () => {
    const files = () =>
      stage.site
        .requests({ host: 'school.example.kz' })
        .map(({ url }) => url.pathname.slice('/kelisim/'.length))
        .filter((name) => /^(kelisim|gate|placeholders|notice)/.test(name))
    const tab = await visit(schoolPage('<p>Text</p>'))
    await refuse(tab)
    stage.site.forgetRequests()
    await tab.reload()
    await tab.waitFor(() => kelisim.$status.get() === 'decided')
    // The gate is there for the sweep of what the refused service may have kept.
    await expect.poll(files).toEqual(['kelisim.js', 'gate.js'])
    await tab.evaluate(() => kelisim.acceptAll())
    const template = `<template data-category="functional"><iframe src="${MAP}"></iframe></template>`
    stage.site.route(`${SCHOOL}/`, schoolPage(HELD_VIDEO + template))
    stage.site.forgetRequests()
    await tab.reload()
    await expectFrame(tab, VIDEO)
    await tab.see('iframe:not([id])')
    expect(files()).toEqual(['kelisim.js', 'gate.js'])
  })

  test('opens once: nothing is stored, and the next page asks again', async () => {
    const tab = await visit()
    await refuse(tab)
    const before = await tab.cookies()
    await tab.click(ONCE)
    await expectFrame(tab, VIDEO)
    await tab.seeNo(placeholder('Video'))
    await expect.poll(vendors).toEqual([VIDEO])
    expect(await tab.evaluate(() => document.activeElement?.id)).toBe('video')
    expect(await tab.cookies()).toEqual(before)
    expect(await recordedEvents(tab)).toHaveLength(1)
    await tab.reload()
    await tab.see(placeholder('Video'))
    expect(vendors()).toEqual([VIDEO])
    expect(await faultsOf(tab)).toEqual([])
  })

  test('is remembered when it is always to load, and comes back when that is withdrawn', async () => {
    const tab = await visit()
    await refuse(tab)
    await tab.click(ALWAYS)
    await expectFrame(tab, VIDEO)
    await tab.seeNo(placeholder('Video'))
    await expect.poll(() => recordedEvents(tab)).toContain('changed click load-always nothing')
    expect(await tab.evaluate(() => kelisim.acceptedService('video'))).toBe(true)
    await tab.reload()
    await expectFrame(tab, VIDEO)
    expect(await tab.find(placeholder('Video'))).toBeNull()
    await tab.evaluate(() => kelisim.withdraw())
    await tab.see(placeholder('Video'))
    await expectFrame(tab, null)
    expect(await faultsOf(tab)).toEqual([])
  })

  test('is closed again, though opened for once, when everything is taken back', async () => {
    const tab = await visit()
    await tab.click(ONCE)
    await expectFrame(tab, VIDEO)
    await refuse(tab)
    await tab.see(placeholder('Video'))
    await expectFrame(tab, null)
    expect(await faultsOf(tab)).toEqual([])
  })

  test('follows an answer in another tab', async () => {
    stage.site.route(`${SCHOOL}/`, schoolPage())
    const visitor = await stage.newVisitor()
    const left = await visitor.newTab()
    await left.goto(`${SCHOOL}/`)
    await left.see(placeholder('Video'))
    const right = await visitor.newTab()
    await right.goto(`${SCHOOL}/`)
    await right.click(button('notice.accept'))
    await expectFrame(left, VIDEO)
    await left.seeNo(placeholder('Video'))
    expect(await faultsOf(left)).toEqual([])
  })

  test('stands for its category where nobody declared its service', async () => {
    const tab = await visit(schoolPage(HELD_MAP))
    const { text } = await tab.see(placeholder(say('ru', 'category.functional')))
    expect(text).toContain('map.example')
    await tab.click(ALWAYS)
    await expectFrame(tab, MAP, 'map')
    expect(await tab.evaluate(() => kelisim.acceptedCategory('functional'))).toBe(true)
  })

  test('is known by its address, and asked about as that service from then on', async () => {
    const tab = await visit(schoolPage(HELD_VIDEO.replace('data-service="video"', '')))
    await tab.see(placeholder('Lesson, Video'))
    await refuse(tab)
    await tab.click(ALWAYS)
    await expectFrame(tab, VIDEO)
    await tab.reload()
    await expectFrame(tab, VIDEO)
    await tab.evaluate(() => kelisim.choose({ services: { video: false } }))
    await tab.see(placeholder('Lesson, Video'))
    expect(await faultsOf(tab)).toEqual([])
  })

  test('loads nothing for a click that no person made', async () => {
    const tab = await visit()
    await tab.see(ONCE)
    await tab.evaluate(() => {
      const root = document.querySelector('kelisim-placeholder')?.shadowRoot
      for (const each of root?.querySelectorAll('button') ?? []) each.click()
    })
    await tab.evaluate(() => new Promise((resolve) => setTimeout(resolve, 300)))
    expect(await frameSrc(tab)).toBeNull()
    expect(await tab.cookies()).toEqual([])
    expect(vendors()).toEqual([])
  })

  test('works by keyboard alone', async () => {
    const tab = await visit()
    await refuse(tab)
    await tab.see(ONCE)
    await tab.evaluate(() => document.querySelector('h1')?.setAttribute('tabindex', '-1'))
    await tab.evaluate(() => document.querySelector('h1')?.focus())
    const names: string[] = []
    for (let step = 0; step < 4 && names.at(-1) !== ONCE.name; step += 1) {
      await tab.press('Tab')
      names.push((await tab.focused())?.name ?? '')
    }
    expect(names.at(-1)).toBe(ONCE.name)
    await tab.press('Enter')
    await expectFrame(tab, VIDEO)
    expect(await tab.evaluate(() => document.activeElement?.id)).toBe('video')
  })

  test('is found when it comes late, leaves with its element, and survives a new page body', async () => {
    const tab = await visit(schoolPage(HELD_VIDEO))
    await tab.see(placeholder('Video'))
    await tab.evaluate((html) => {
      document.querySelector('main')?.insertAdjacentHTML('beforeend', html)
    }, HELD_MAP)
    await tab.see(placeholder(say('ru', 'category.functional')))
    await tab.evaluate(() => document.querySelector('#map')?.remove())
    await tab.seeNo(placeholder(say('ru', 'category.functional')))
    await tab.evaluate((html) => {
      const body = document.createElement('body')
      body.innerHTML = html
      document.body.replaceWith(body)
    }, HELD_VIDEO)
    await tab.see(placeholder('Video'))
    expect(await tab.evaluate(() => document.querySelectorAll('kelisim-placeholder').length)).toBe(
      1,
    )
    await tab.evaluate(() => kelisim.destroy())
    expect(await tab.evaluate(() => document.querySelectorAll('kelisim-placeholder').length)).toBe(
      0,
    )
    expect(await tab.see('#video')).toMatchObject({ box: { width: 564 } })
  })

  test('changes its language with the interface, and is not there in the dialog’s way', async () => {
    const tab = await visit()
    await tab.see(placeholder('Video'))
    await tab.evaluate(() => kelisim.setLanguage('kk'))
    await tab.see(button('embed.once', 'kk'))
    await tab.evaluate(() => kelisim.showPreferences())
    await tab.see(dialog('kk'))
    expect(await tab.find(ONCE)).toBeNull()
  })
})
