const FUNCTION = '\0function'
const PATTERN = '\0pattern'

/** Writes a configuration as JSON; that there is code is kept, the code is not. */
export function encode(config: unknown): string {
  return JSON.stringify(config, (_, value: unknown) => {
    if (typeof value === 'function') return { [FUNCTION]: true }
    // Of another realm, so `instanceof` does not know it.
    if (Object.prototype.toString.call(value) === '[object RegExp]')
      return { [PATTERN]: (value as RegExp).source }
    return value
  })
}

/** Reads what `encode` wrote: functions do nothing, expressions are expressions again. */
export function decode(text: string): unknown {
  return JSON.parse(text, (_, value: unknown) => {
    if (typeof value !== 'object' || !value) return value
    if (Object.hasOwn(value, FUNCTION)) return () => {}
    if (Object.hasOwn(value, PATTERN))
      return new RegExp((value as Record<string, string>)[PATTERN] ?? '')
    return value
  })
}
