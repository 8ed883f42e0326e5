// @vitest-environment happy-dom
import { act, createElement as element, StrictMode } from 'react'
import { hydrateRoot } from 'react-dom/client'
import { renderToString } from 'react-dom/server'
import { beforeEach, expect, test, vi } from 'vitest'
import { createConsent } from './index.ts'
import { Embed, useAcceptedCategory, useAcceptedService, useConsentBanner } from './react.ts'

const operator = { name: 'ТОО «Пример»', bin: '123456789013', email: 'a@example.kz', country: 'KZ' }
const map = {
  id: 'map',
  category: 'functional',
  name: 'Map',
  vendor: 'Maps',
  country: 'KZ',
} as const
const newConsent = () => createConsent({ operator, categories: ['functional'], services: [map] })

beforeEach(() => {
  Reflect.set(globalThis, 'IS_REACT_ACT_ENVIRONMENT', true)
  document.body.innerHTML = ''
})

test('draws on the server what nobody has allowed yet, and no address of a frame', () => {
  const consent = newConsent()
  const start = vi.spyOn(consent, 'start')
  const App = () => {
    useConsentBanner(consent)
    const answers = [useAcceptedCategory(consent, 'functional'), useAcceptedService(consent, 'map')]
    return element(Embed, {
      src: 'https://maps.example/',
      category: 'functional',
      title: `${answers}`,
    })
  }
  expect(renderToString(element(App))).toBe(
    '<div style="display:contents"><iframe title="false,false" data-category="functional" ' +
      'data-kelisim-src="https://maps.example/"></iframe></div>',
  )
  expect(start).not.toHaveBeenCalled()
})

test('takes over the server’s page without a complaint, and follows the answers from then on', async () => {
  const consent = newConsent()
  const App = () => {
    useConsentBanner(consent)
    const answers = [useAcceptedCategory(consent, 'functional'), useAcceptedService(consent, 'map')]
    return element('p', {}, `${answers}`)
  }
  const app = element(StrictMode, {}, element(App))
  const place = document.body.appendChild(document.createElement('div'))
  place.innerHTML = renderToString(app)
  const complain = vi.spyOn(console, 'error')
  const shown: (string | null)[] = []
  const root = await act(() => hydrateRoot(place, app))
  for (const answer of ['acceptAll', 'rejectAll', 'acceptAll'] as const) {
    await act(() => consent[answer]())
    shown.push(place.textContent)
  }
  expect(shown).toEqual(['true,true', 'false,false', 'true,true'])
  await act(() => root.unmount())
  // Until they are made, records keep the page busy.
  expect(await consent.records()).toHaveLength(3)
  expect(consent.$status.get()).toBe('idle')
  expect(complain).not.toHaveBeenCalled()
})
