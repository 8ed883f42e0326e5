import { useStore } from '@nanostores/react'
import { consent } from './consent.ts'

/** True while the visitor allows the category; draws again when that changes. */
export function useAccepted(category: string): boolean {
  useStore(consent.$decision)
  return consent.acceptedCategory(category)
}
