import type { LoadContext } from '@kelisim/core'
import { callVendor } from './vendor-globals.ts'
import { vendorMemory } from './vendor-memory.ts'

type Answers = ReturnType<LoadContext['answers']>

/**
 * Pushes what is allowed to `dataLayer`, unless that was pushed last: `{ event: 'kelisim_consent',
 * kelisim: { categories: { analytics: true, … }, services: { ga4: true, … } } }`.
 */
export function pushConsentEvent(answers: Answers): void {
  const memory = vendorMemory()
  const text = JSON.stringify(answers)
  if (memory.container === text) return
  memory.container = text
  callVendor('dataLayer.push', { event: 'kelisim_consent', kelisim: answers })
}

/** Answers as if all had been refused. Each is named, because a container merges what it is given. */
export const refusedAnswers = ({ categories, services }: Answers): Answers => ({
  categories: refused(categories),
  services: refused(services),
})

const refused = (answers: Readonly<Record<string, boolean>>): Record<string, boolean> =>
  Object.fromEntries(Object.keys(answers).map((name) => [name, false]))
