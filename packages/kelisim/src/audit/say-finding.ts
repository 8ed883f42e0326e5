import type { Translate } from '@kelisim/ui/translate'

/** A finding as a person reads it. */
export interface Said {
  readonly what: string
  /** What to do about it. */
  readonly repair: string
}

/** Says what was found and how to repair it; the sentences are in `debug.<language>.json`. */
export function sayFinding(
  {
    code,
    subject,
    service,
  }: { readonly code: string; readonly subject: string; readonly service?: string | undefined },
  say: Translate,
): Said {
  const key = code.replace(/-(.)/g, (_, letter: string) => letter.toUpperCase())
  const name = service && service !== subject ? ` (${service})` : ''
  return {
    what: say(`finding.${key}.what`, { subject: `${subject}${name}` }),
    repair: say(`finding.${key}.repair`),
  }
}
