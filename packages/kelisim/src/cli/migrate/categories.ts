import { idOf } from './migration.ts'

// What others call the categories that we have words for.
const names: Readonly<Record<string, readonly string[]>> = {
  necessary: ['necessary', 'essential', 'security', 'required'],
  functional: ['functional', 'api', 'video', 'support', 'comment', 'livechat', 'preferences'],
  analytics: ['analytics', 'analytic', 'statistics', 'measurement', 'performance', 'google'],
  marketing: ['marketing', 'ads', 'advertising', 'social', 'targeting'],
}

/** Finds our category for a purpose of theirs; one that is not known becomes a category of its own. */
export function categoryOf(purpose: string): string {
  const plain = purpose.toLowerCase()
  const found = Object.entries(names).find(([, others]) => others.includes(plain))
  // What nobody has named is asked about as the strictest.
  return found?.[0] ?? (purpose ? idOf(purpose) : 'marketing')
}
