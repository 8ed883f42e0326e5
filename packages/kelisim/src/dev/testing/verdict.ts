import { ConsentError } from '@kelisim/core'
import { assertOptions } from '../check-options.ts'

/** What is said about options; empty when nothing is. */
export function verdict(options: unknown): string {
  try {
    assertOptions(options)
    return ''
  } catch (error) {
    if (error instanceof ConsentError) return error.message.replace('[kelisim] ', '')
    throw error
  }
}
