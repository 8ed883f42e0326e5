import './app.css'
import { consent } from './consent.ts'

const answer = document.querySelector('#answer')

consent.onConsent(({ categories, at }) => {
  const allowed = Object.keys(categories).filter((name) => categories[name])
  const time = new Date(at).toLocaleTimeString('ru')
  if (answer) answer.textContent = `${allowed.join(', ') || 'отказ'}, ${time}`
})
consent.onError((error) => console.warn('The page goes on without it:', error.code))

consent.start()
