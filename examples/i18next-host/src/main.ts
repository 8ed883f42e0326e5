import { createConsent } from 'kelisim'
import { followLanguage, i18nextTexts } from 'kelisim/i18next'
import './app.css'
import { i18n } from './i18n.ts'

const consent = createConsent({
  policy: { version: '2026-11-01', url: '/privacy' },
  texts: i18nextTexts(i18n),
})

function write(selector: string, key: string): void {
  const place = document.querySelector(selector)
  if (place) place.textContent = i18n.t(key)
}

function translatePage(): void {
  document.documentElement.lang = i18n.language
  write('h1', 'title')
  write('#lead', 'lead')
  write('[data-kelisim]', 'settings')
}

document.querySelector('#languages')?.addEventListener('click', ({ target }) => {
  if (target instanceof HTMLElement) void i18n.changeLanguage(target.dataset['language'])
})
i18n.on('languageChanged', translatePage)

// What has to wait for consent can also be written as code.
void consent.whenAccepted('analytics').then(() => {
  document.documentElement.dataset['visit'] = 'counted'
})

translatePage()
consent.start()
followLanguage(consent, i18n)
