// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { afterPaint } from './after-paint.ts'

let draw = (): void => {}
beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout'] })
  vi.stubGlobal('requestAnimationFrame', (frame: () => void) => {
    draw = frame
  })
})
afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
  vi.restoreAllMocks()
})

/** Tells whether it has been resolved by now. */
function begin(): () => Promise<boolean> {
  let isPainted = false
  void afterPaint().then(() => (isPainted = true))
  return async () => {
    await Promise.resolve()
    return isPainted
  }
}

test('waits until the frame is over, and not only until it begins', async () => {
  const isPainted = begin()
  vi.advanceTimersByTime(100)
  draw()
  expect(await isPainted()).toBe(false)
  vi.advanceTimersByTime(0)
  expect(await isPainted()).toBe(true)
})

test('waits for no frame while the page is hidden', async () => {
  vi.spyOn(document, 'hidden', 'get').mockReturnValue(true)
  const isPainted = begin()
  expect(await isPainted()).toBe(false)
  vi.advanceTimersByTime(0)
  expect(await isPainted()).toBe(true)
})

test('waits 200 milliseconds at the longest where no frame comes', async () => {
  const isPainted = begin()
  vi.advanceTimersByTime(199)
  expect(await isPainted()).toBe(false)
  vi.advanceTimersByTime(1)
  expect(await isPainted()).toBe(true)
})
