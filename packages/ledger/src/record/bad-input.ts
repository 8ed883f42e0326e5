/** Says what is wrong with a request, where, and how to repair it. */
export class BadInput extends Error {
  override name = 'BadInput'
  /**
   * @param status HTTP status of the answer.
   * @param code Name of the fault, one of those in API.md.
   * @param field JSON path of the field at fault; empty where it is about the whole.
   */
  constructor(
    readonly status: 400 | 401 | 403 | 404 | 408 | 413 | 415 | 422 | 429 | 431 | 503,
    readonly code: string,
    message: string,
    readonly field = '',
    readonly retryAfter = 0,
  ) {
    super(message)
  }
}
