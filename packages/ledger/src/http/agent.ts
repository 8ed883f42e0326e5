import Bowser from 'bowser'

/** How a visitor's browser is noted. */
export type AgentMode = 'family' | 'none'

/** Family and major version of a browser: "Firefox 153"; undefined for what is not known. */
export function agentFamily(userAgent: string | undefined, mode: AgentMode): string | undefined {
  // No browser needs more, and the parser's patterns shall not meet what an attacker made for them.
  if (mode === 'none' || !userAgent || userAgent.length > 512) return undefined
  const { name, version } = Bowser.getParser(userAgent).getBrowser()
  const major = version?.split('.')[0] ?? ''
  return name && /^[\w .+-]{1,40}$/.test(name) ? `${name} ${major.slice(0, 6)}`.trim() : undefined
}
