// @vitest-environment happy-dom
import { afterEach, expect, test } from 'vitest'
import { layouts } from './layouts.ts'
import { showNotice } from './notice.ts'
import { fakeCore, textsOf } from './testing/fake-core.ts'
import { rootOnPage } from './testing/screen.ts'

let undo = () => {}

afterEach(() => {
  undo()
  document.documentElement.removeAttribute('style')
  document.body.innerHTML = ''
})

test('is part of the page where the owner has a place for it, with the dialog outside', () => {
  document.body.innerHTML = '<aside data-kelisim="notice"></aside>'
  const fake = fakeCore({ options: { layout: 'inline' } })
  fake.$view.set('notice')
  undo = showNotice(fake, textsOf('notice.ru'), { layouts })
  const inside = document.querySelector('aside kelisim-inline')?.shadowRoot
  const region = inside?.querySelector('section')
  expect([region?.className, region?.hasAttribute('popover')]).toEqual(['inline ', false])
  expect(rootOnPage().querySelector('section')).toBeNull()
  expect(document.documentElement.style.scrollPaddingBottom).toBe('')
  undo()
  expect(document.querySelector('kelisim-inline')).toBeNull()
})

test('is a box, and tells so, where there is no place for it in the page', () => {
  const fake = fakeCore({ options: { layout: 'inline' } })
  fake.$view.set('notice')
  undo = showNotice(fake, textsOf('notice.ru'), { layouts })
  expect(rootOnPage().querySelector('section')?.getAttribute('popover')).toBe('manual')
  expect(fake.report).toHaveBeenCalledWith('no-place')
})

test('keeps what gets the focus from under it at the top, too', () => {
  const fake = fakeCore({ options: { layout: 'bar', place: 'top' } })
  fake.$view.set('notice')
  undo = showNotice(fake, textsOf('notice.ru'), { layouts })
  const { style } = document.documentElement
  expect([style.scrollPaddingTop, style.scrollPaddingBottom]).toEqual(['24px', ''])
  undo()
  expect(style.scrollPaddingTop).toBe('')
})
