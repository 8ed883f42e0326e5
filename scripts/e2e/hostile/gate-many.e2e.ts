import { beforeAll, describe, expect, test } from 'vitest'
import { quickEngines } from '../engines.ts'
import { button, notice } from '../pages/words.ts'
import { setStage } from '../stage.ts'
import { openWorld, page } from './page.ts'

declare global {
  /** What the page saw while the gated scripts ran. */
  var seen: {
    /** How many scripts ran in each task. */
    tasks: number[]
    frames: number
    /** Frames since the click when the first script ran, and what was still on the screen. */
    first?: { frames: number; isNoticeThere: boolean }
    /** How many scripts had run when the page answered a click, and how many frames there had been. */
    answered?: { ran: number; frames: number }
  }
  var held: () => void
  /** How often the page was looked through. */
  var looks: number
}

const HOST = 'https://many.example'
const COUNT = 1_000
const SCRIPT_MS = 2

/** Runs in the page. Each gated script calls `held`, which takes as long as small trackers do. */
function watch(busyMs: number): void {
  let isSameTask = false
  let clickedAt = 0
  globalThis.seen = { tasks: [], frames: 0 }
  globalThis.held = () => {
    const { tasks, frames } = seen
    seen.first ??= {
      frames: frames - clickedAt,
      isNoticeThere: !!document.querySelector('kelisim-view')?.shadowRoot?.querySelector('section'),
    }
    if (!isSameTask) {
      isSameTask = true
      tasks.push(0)
      queueMicrotask(() => (isSameTask = false))
    }
    tasks.push((tasks.pop() ?? 0) + 1)
    const end = performance.now() + busyMs
    while (performance.now() < end);
  }
  const count = () => {
    seen.frames += 1
    requestAnimationFrame(count)
  }
  requestAnimationFrame(count)
  addEventListener('click', () => (clickedAt = seen.frames), true)
  document.querySelector('#own')?.addEventListener('click', () => {
    seen.answered = { ran: seen.tasks.reduce((sum, ran) => sum + ran, 0), frames: seen.frames }
  })
}

describe.each(quickEngines)('1,000 gated scripts in %s', (engine) => {
  const stage = setStage(engine)

  beforeAll(() => openWorld(stage.site))

  test('wait for the page to be painted, and run in short tasks that let it answer', async () => {
    const held = `<script type="text/plain" data-category="analytics">held()</script>`
    const body = `<button id="own">Меню</button>${held.repeat(COUNT)}
      <script>(${watch})(${SCRIPT_MS})</script>`
    stage.site.route(`${HOST}/`, page({ body }))
    const tab = await stage.newTab()
    await tab.goto(`${HOST}/`)
    await tab.see(notice())
    await tab.click(button('notice.accept'))
    await tab.waitFor(() => seen.first)
    await tab.click('#own')
    const ran = () => tab.evaluate(() => seen.tasks.reduce((sum, ran) => sum + ran, 0))
    await expect.poll(ran, { timeout: 30_000 }).toBe(COUNT)
    const { tasks, first, answered, frames } = await tab.evaluate(() => seen)
    expect(first?.isNoticeThere).toBe(false)
    expect(first?.frames).toBeGreaterThan(0)
    // A task ends with the script that reaches 8 ms; the first one, 32.
    const [longest = 0, ...others] = tasks
    expect(longest).toBeLessThanOrEqual(32 / SCRIPT_MS + 1)
    expect(Math.max(...others)).toBeLessThanOrEqual(8 / SCRIPT_MS + 1)
    expect(answered?.ran).toBeLessThan(COUNT)
    // It was drawn again while they ran, and not only at their end.
    expect(frames - (answered?.frames ?? frames)).toBeGreaterThan(1)
  })
  test('are no reason to look more than once per task, however much the page changes', async () => {
    const held = `<script type="text/plain" data-category="analytics">held()</script>`
    stage.site.route(`${HOST}/busy`, page({ body: `<main></main>${held.repeat(COUNT)}` }))
    const tab = await stage.newTab()
    await tab.goto(`${HOST}/busy`)
    await tab.see(notice())
    // The gate has to be there, and nothing to be allowed.
    await tab.evaluate(() => kelisim.choose({ categories: { marketing: true } }))
    const [tasks, changes, seen] = await tab.evaluate(async () => {
      const { querySelectorAll } = Element.prototype
      globalThis.looks = 0
      Element.prototype.querySelectorAll = function (this: Element, selector: string) {
        if (selector.includes('[data-category]')) looks += 1
        return querySelectorAll.call(this, selector)
      } as typeof querySelectorAll
      const main = document.querySelector('main')
      let done = 0
      for (let task = 0; task < 50; task += 1) {
        for (let change = 0; change < 200; change += 1) {
          main?.append(document.createElement('i'))
          done += 1
        }
        await new Promise((next) => setTimeout(next))
      }
      await new Promise((next) => setTimeout(next, 50))
      return [50, done, looks]
    })
    expect(changes).toBe(10_000)
    expect(seen).toBeGreaterThan(0)
    expect(seen).toBeLessThanOrEqual(tasks + 1)
  })
})
