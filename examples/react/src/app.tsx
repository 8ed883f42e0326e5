import { useStore } from '@nanostores/react'
import { type ReactNode, useEffect } from 'react'
import { consent } from './consent.ts'
import { useAccepted } from './use-accepted.ts'

/** The page: what was answered, and controls to change it. */
export function App(): ReactNode {
  const decision = useStore(consent.$decision)
  const status = useStore(consent.$status)

  useEffect(() => {
    consent.start()
    return () => consent.destroy()
  }, [])

  return (
    <main>
      <h1>Kelisim и React</h1>
      <p id="status">
        {status}
        {decision && `, ${new Date(decision.at).toLocaleTimeString('ru')}`}
      </p>
      <Video />
      <Visits />
      <button onClick={() => consent.accept({ categories: ['functional'] })}>
        Разрешить видео
      </button>
      <button onClick={() => consent.rejectAll()}>Отклонить всё</button>
      <button onClick={() => consent.showPreferences()}>Настройки cookie</button>
    </main>
  )
}

function Video(): ReactNode {
  const isAccepted = useAccepted('functional')
  return <p id="video">{isAccepted ? '▶ Видео' : 'Видео откроется с вашего согласия.'}</p>
}

function Visits(): ReactNode {
  const isAccepted = useAccepted('analytics')
  useEffect(() => {
    if (!isAccepted) return
    document.title = 'React: считаем посещения'
    return () => {
      document.title = 'React'
    }
  }, [isAccepted])
  return null
}
