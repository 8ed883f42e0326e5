import { h } from 'preact'
import css from './details.css?inline'
import { OwnStorage } from './details/own-storage.tsx'
import { ServiceFacts } from './details/service-facts.tsx'
import type { CreatePart } from './preferences/parts.ts'

export { css }

/** What is known about the services, and what this site itself keeps. */
const createDetails: CreatePart = async ({ state }) => ({
  draw(scene, id) {
    const service = state.asked.services.get(id)
    if (service) return <ServiceFacts {...scene} service={service} />
    return id === 'necessary' ? <OwnStorage {...scene} /> : null
  },
})

export default createDetails
