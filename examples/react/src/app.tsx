import { useStore } from '@nanostores/react'
import { Embed, useAcceptedCategory, useConsentBanner } from 'kelisim/react'
import { type ReactNode, useEffect } from 'react'
import { consent } from './consent.ts'

/** The page: what was answered, and controls to change it. */
export function App(): ReactNode {
  useConsentBanner(consent)
  const decision = useStore(consent.$decision)
  const status = useStore(consent.$status)

  return (
    <main>
      <h1>Kelisim и React</h1>
      <p id="status">
        {status}
        {decision && `, ${new Date(decision.at).toLocaleTimeString('ru')}`}
      </p>
      <Visits />
      <button onClick={() => consent.accept({ categories: ['functional'] })}>
        Разрешить видео
      </button>
      <button onClick={() => consent.rejectAll()}>Отклонить всё</button>
      <button onClick={() => consent.showPreferences()}>Настройки cookie</button>
      <Embed
        className="video"
        title="Открытый урок"
        category="functional"
        src="https://third-party.example/lesson.html?lang=ru"
      />
    </main>
  )
}

function Visits(): ReactNode {
  const isAccepted = useAcceptedCategory(consent, 'analytics')
  useEffect(() => {
    if (!isAccepted) return
    document.title = 'React: считаем посещения'
    return () => {
      document.title = 'React'
    }
  }, [isAccepted])
  return null
}
