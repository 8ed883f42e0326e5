import { beforeAll, describe, expect, test } from 'vitest'
import { quickEngines } from '../engines.ts'
import { openVendors } from '../services/vendors.ts'
import { setStage } from '../stage.ts'
import type { Target } from '../tab.ts'
import { bundleBlocks } from './bundle-blocks.ts'

const SITE = 'https://app.example.kz'
const ACCEPT: Target = { role: 'button', name: /^Принять/ }

/** Starts what a guide's blocks export, as its framework does. */
const APPS = [
  {
    name: 'React',
    page: 'react',
    entry: `import { createRoot } from 'react-dom/client'
      import { App } from './app'
      createRoot(document.querySelector('#app')).render(<App />)`,
    map: true,
  },
  {
    name: 'Next',
    page: 'next',
    entry: `import { createRoot } from 'react-dom/client'
      import { StrictMode } from 'react'
      import { ConsentBanner } from './app/consent-banner'
      createRoot(document.querySelector('#app')).render(<StrictMode><ConsentBanner /></StrictMode>)`,
    map: false,
  },
  {
    name: 'Vue',
    page: 'vue',
    entry: `import { createApp } from 'vue'
      import { default as App } from './App.vue'
      createApp(App).mount('#app')`,
    map: true,
  },
  {
    name: 'Nuxt',
    page: 'vue',
    entry: `globalThis.defineNuxtPlugin = (setup) => setup({ hook: (_, run) => run() })
      import('./plugins/consent.client')`,
    map: false,
  },
  {
    name: 'Svelte',
    page: 'svelte',
    entry: `import { mount } from 'svelte'
      import { default as App } from './Consent.svelte'
      mount(App, { target: document.querySelector('#app') })`,
    map: true,
  },
] as const

describe.each(quickEngines)('applications of the guides in %s', (engine) => {
  const stage = setStage(engine)

  beforeAll(() => {
    openVendors(stage.site)
    stage.site.route('https://maps.example/office', '<h1>Карта</h1>')
  })

  test.each(APPS)('$name asks, and shows and loads after a yes', async ({ page, entry, map }) => {
    const code = await bundleBlocks({ folder: 'ru', page, entry, platform: 'browser' })
    stage.site.route(`${SITE}/app.js`, {
      body: code,
      headers: { 'content-type': 'text/javascript; charset=utf-8' },
    })
    stage.site.route(
      `${SITE}/`,
      `<!doctype html><html lang="ru"><body><div id="app"></div><script type="module" src="/app.js"></script></body></html>`,
    )
    const tab = await stage.newTab()
    await tab.goto(`${SITE}/`)
    await tab.see(ACCEPT)
    const abroad = () =>
      stage.site.requests({ awayFrom: ['app.example.kz'] }).map(({ url }) => url.hostname)
    expect(abroad()).toEqual([])
    expect(await tab.find('iframe')).toBe(null)
    await tab.click(ACCEPT)
    await expect.poll(abroad).toContain('mc.yandex.ru')
    if (map) await tab.see('iframe')
  })
})
