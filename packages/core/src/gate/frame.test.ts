// @vitest-environment happy-dom
import { expect, test } from 'vitest'
import { gateOnPage } from './testing/gate-on-page.ts'

const VIDEO = 'https://video.example/1'
const framed = (attributes: string) =>
  gateOnPage(`<iframe data-category="functional" ${attributes}></iframe>`)
const address = ({ only }: ReturnType<typeof framed>) =>
  only<HTMLIFrameElement>('iframe').getAttribute('src')

test('gives a frame its address when it is allowed, and takes it away at a withdrawal', async () => {
  const at = framed(`data-kelisim-src="${VIDEO}"`)
  expect(address(at)).toBeNull()
  await at.decide('functional')
  expect(address(at)).toBe(VIDEO)
  const addresses: (string | null)[] = []
  const frame = at.only<HTMLIFrameElement>('iframe')
  const watch = new MutationObserver((changes) =>
    addresses.push(...changes.map(({ oldValue }) => oldValue)),
  )
  watch.observe(frame, { attributes: true, attributeOldValue: true, attributeFilter: ['src'] })
  await at.decide()
  expect(address(at)).toBeNull()
  expect(addresses).toEqual([VIDEO, 'about:blank'])
  await at.decide('functional')
  expect([address(at), at.told]).toEqual([VIDEO, []])
})

test('takes data-src, too, and says that lazy-loaders may be faster', async () => {
  const at = framed(`data-src="${VIDEO}"`)
  await at.decide('functional')
  expect([address(at), at.told]).toEqual([VIDEO, ['lazy-source <iframe>']])
})

test('says of a frame without an address that it is not held', async () => {
  const at = framed('')
  await at.decide('functional')
  expect([address(at), at.told]).toEqual([null, ['not-inert <iframe>']])
})

test.each([
  ['javascript:alert(1)', 'bad-url'],
  ['http://video.example', 'bad-url'],
  ['https://[', 'script-failed'],
])('opens no frame at %s', async (src, code) => {
  // The page of these tests counts as one on https.
  location.href = 'https://shop.example/'
  const at = framed(`data-kelisim-src="${src}"`)
  await at.decide('functional')
  expect([address(at), at.told]).toEqual([null, [`${code} <iframe>`]])
})

test('counts an open frame as loaded for what waits for it', async () => {
  const { decide, only } = gateOnPage(
    `<iframe data-category="functional" id="video" data-kelisim-src="${VIDEO}"></iframe>
     <script type="text/plain" data-category="functional" data-after="video">1</script>`,
  )
  await decide('functional')
  expect(only('script').hasAttribute('type')).toBe(false)
})
