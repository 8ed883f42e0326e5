import type { repairs } from './on-demand/repairs.ts'

/** Faults an integrator can meet; `docs/errors.md` has what each means and how to repair it. */
export type ErrorCode = keyof typeof repairs

/** A fault with a code to look up. */
export class ConsentError extends Error {
  override name = 'ConsentError' as const
  declare readonly code: ErrorCode
  /**
   * @param code Key of the message table.
   * @param detail What was met and where.
   */
  constructor(code: ErrorCode, detail: string, options?: ErrorOptions) {
    super(`[kelisim] ${code}: ${detail}`, options)
    this.code = code
  }
}
