import { answersIn, type ReadEarlier } from './earlier-choice.ts'

/**
 * Reads the cookie of tarteaucitron: `!gtag=true!youtube=wait`. What waits was not answered, and of a
 * service that is there twice nothing is known.
 */
export const readTarteaucitron: ReadEarlier = (text) => {
  if (!/^(![\w-]{1,64}=(true|false|wait)){1,300}$/.test(text)) return null
  const entries = text
    .slice(1)
    .split('!')
    .map((entry) => entry.split('=') as [string, string])
  const names = entries.map(([name]) => name)
  if (new Set(names).size < names.length) return null
  const answers = { true: true, false: false } as Readonly<Record<string, boolean>>
  return {
    categories: new Map(),
    services: answersIn(
      Object.fromEntries(entries.map(([name, answer]) => [name, answers[answer]])),
    ),
    at: undefined,
  }
}
