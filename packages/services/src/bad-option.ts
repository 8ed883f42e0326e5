import { ConsentError } from '../../core/src/errors.ts'

/** Makes the error for a value that cannot work: what was met, and how to repair it. */
export function badOption(where: string, repair: string): ConsentError {
  return new ConsentError('bad-option', `${where}: ${repair}.`)
}
