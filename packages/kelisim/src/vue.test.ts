// @vitest-environment happy-dom
import { createSSRApp, defineComponent, h, nextTick } from 'vue'
import { renderToString } from 'vue/server-renderer'
import { expect, test, vi } from 'vitest'
import { createConsent } from './index.ts'
import { Embed, useAcceptedCategory, useAcceptedService, useConsentBanner } from './vue.ts'

const operator = { name: 'ТОО «Пример»', bin: '123456789013', email: 'a@example.kz', country: 'KZ' }
const map = {
  id: 'map',
  category: 'functional',
  name: 'Map',
  vendor: 'Maps',
  country: 'KZ',
} as const

const newApp = () => {
  const consent = createConsent({ operator, categories: ['functional'], services: [map] })
  const App = defineComponent(() => {
    useConsentBanner(consent)
    const answers = [useAcceptedCategory(consent, 'functional'), useAcceptedService(consent, 'map')]
    return () => h('p', `${answers.map(({ value }) => value)}`)
  })
  return { consent, app: createSSRApp(App) }
}

test('draws on the server what nobody has allowed yet, and no address of a frame', async () => {
  const map = () => h(Embed, { src: 'https://maps.example/', category: 'functional', title: 'Map' })
  expect(await renderToString(newApp().app)).toBe('<p>false,false</p>')
  expect(await renderToString(createSSRApp(map))).toBe(
    '<div style="display: contents"><iframe title="Map" data-category="functional" ' +
      'data-kelisim-src="https://maps.example/"></iframe></div>',
  )
})

test('takes over the server’s page without a complaint, and follows the answers from then on', async () => {
  const place = document.body.appendChild(document.createElement('div'))
  place.innerHTML = await renderToString(newApp().app)
  const complain = vi.spyOn(console, 'warn')
  const { app, consent } = newApp()
  app.mount(place)
  const shown: (string | null | undefined)[] = []
  for (const answer of ['acceptAll', 'rejectAll', 'acceptAll'] as const) {
    await consent[answer]()
    await nextTick()
    shown.push(place.querySelector('p')?.textContent)
  }
  expect(shown).toEqual(['true,true', 'false,false', 'true,true'])
  app.unmount()
  // Until they are made, records keep the page busy.
  expect(await consent.records()).toHaveLength(3)
  expect(consent.$status.get()).toBe('idle')
  expect(complain).not.toHaveBeenCalled()
})
