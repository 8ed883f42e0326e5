// @vitest-environment happy-dom
import { afterEach, expect, test, vi } from 'vitest'
import type { LayerPorts } from './layer.ts'
import { gateOnPage, settled } from './testing/gate-on-page.ts'

afterEach(() => vi.restoreAllMocks())

const HELD_EMBEDS = `<iframe data-category="functional" id="frame" data-kelisim-src="https://video.example/1"></iframe>
  <template data-category="functional" id="box"></template>`

const HELD_SCRIPT = '<script type="text/plain" data-category="analytics">1</script>'

/** A page with every layer there is, and what each has been shown. */
function layersOf(html: string, options = {}) {
  const shown: Record<string, string[]> = {}
  const ports: Record<string, LayerPorts> = {}
  const stopped: string[] = []
  const layer = (name: string) => ({
    create: (given: LayerPorts) => {
      ports[name] = given
      return {
        show: (found: readonly Element[]) =>
          (shown[name] = found.map(({ id, localName }) => id || localName)),
        stop: () => stopped.push(name),
      }
    },
  })
  const names = ['placeholders', 'declaration', 'upcoming']
  const files = Object.fromEntries(names.map((name) => [name, layer(name)]))
  return { ...gateOnPage(html, { files, options }), shown, ports, stopped }
}

test('shows held embeds, and no scripts, to what stands in for them', async () => {
  const { decide, shown, fetched } = layersOf(HELD_EMBEDS + HELD_SCRIPT)
  await decide()
  expect([shown, fetched]).toEqual([{ placeholders: ['frame', 'box'] }, ['placeholders']])
  await decide('functional')
  expect(shown).toEqual({ placeholders: [] })
})

test('knows the service of an embed by its address', async () => {
  const services = [{ id: 'video', category: 'functional', match: ['video.example'] }]
  const { decide, only } = layersOf(HELD_EMBEDS, { services })
  await decide()
  expect(only('#frame').getAttribute('data-service')).toBe('video')
})

test('opens one embed for a person, as long as that is not undone', async () => {
  const { decide, ports, only, shown } = layersOf(HELD_EMBEDS)
  await decide()
  const frame = only<HTMLIFrameElement>('#frame')
  const undo = ports['placeholders']?.openOnce(frame)
  await settled()
  expect([frame.src, shown['placeholders']]).toEqual(['https://video.example/1', ['box']])
  await decide()
  expect(frame.src).toBe('https://video.example/1')
  undo?.()
  await settled()
  expect([frame.hasAttribute('src'), shown['placeholders']]).toEqual([false, ['frame', 'box']])
})

test('shows the places of the declaration once they are complete', async () => {
  const state = vi.spyOn(Document.prototype, 'readyState', 'get').mockReturnValue('loading')
  const { decide, gate, shown, fetched } = layersOf(
    '<div data-kelisim="declaration" id="a"></div><kelisim-declaration id="b"></kelisim-declaration>',
  )
  await decide()
  expect([shown, fetched]).toEqual([{ declaration: ['a'] }, ['declaration']])
  state.mockReturnValue('complete')
  gate.open()
  expect(shown).toEqual({ declaration: ['a', 'b'] })
})

test('shows an announced policy, where there is one', async () => {
  const upcoming = { version: '2', url: '/2', effectiveFrom: '2026-12-01' }
  const { decide, shown } = layersOf('', { policy: { upcoming } })
  await decide()
  expect(shown).toEqual({ upcoming: ['html'] })
  const without = layersOf('', { policy: {} })
  await without.decide()
  expect(without.fetched).toEqual([])
})

test('stops with everything: what is open is closed, nothing is looked at, layers go', async () => {
  const { decide, gate, only, stopped, shown } = layersOf(
    `<iframe data-category="analytics" id="open" data-kelisim-src="https://video.example/1"></iframe>${HELD_EMBEDS}`,
  )
  await decide('analytics')
  expect(only<HTMLIFrameElement>('#open').src).toBe('https://video.example/1')
  document.body.insertAdjacentHTML('beforeend', HELD_SCRIPT)
  await Promise.resolve()
  gate.stop()
  document.body.insertAdjacentHTML('beforeend', HELD_SCRIPT)
  await settled(5)
  gate.open()
  gate.open(true)
  await settled(40)
  expect(only('#open').hasAttribute('src')).toBe(false)
  expect(document.querySelectorAll('script:not([type])')).toHaveLength(0)
  expect([stopped, shown]).toEqual([['placeholders'], { placeholders: ['frame', 'box'] }])
})
