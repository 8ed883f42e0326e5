/** A key with the modifiers to hold while it is pressed. */
export interface Key {
  readonly modifiers: readonly NamedKey[]
  readonly key: NamedKey | string
}

/** Keys that write nothing, by their name in `KeyboardEvent.key`; `Space` is the exception. */
type NamedKey = keyof typeof WEBDRIVER_KEYS

const WEBDRIVER_KEYS = {
  Alt: '\uE00A',
  ArrowDown: '\uE015',
  ArrowLeft: '\uE012',
  ArrowRight: '\uE014',
  ArrowUp: '\uE013',
  Backspace: '\uE003',
  Control: '\uE009',
  Delete: '\uE017',
  End: '\uE010',
  Enter: '\uE007',
  Escape: '\uE00C',
  Home: '\uE011',
  PageDown: '\uE00F',
  PageUp: '\uE00E',
  Shift: '\uE008',
  Space: ' ',
  Tab: '\uE004',
} as const

/**
 * Reads `Shift+Tab` and the like.
 *
 * @throws {Error} When a name is no key known here.
 */
export function parseKeys(keys: string): Key {
  const names = keys === '+' ? ['+'] : keys.split('+')
  const modifiers = names.slice(0, -1).map((name) => {
    if (isNamedKey(name)) return name
    throw new Error(`"${keys}" holds "${name}", which is no key. Use Shift, Control or Alt.`)
  })
  const key = names.at(-1) ?? ''
  if (isNamedKey(key) || [...key].length === 1) return { modifiers, key }
  throw new Error(`"${key}" is no key. Use ${Object.keys(WEBDRIVER_KEYS).join(', ')} or a letter.`)
}

/** The character that stands for a key in the WebDriver protocol (section 17.4.2). */
export function webDriverKey(key: string): string {
  return isNamedKey(key) ? WEBDRIVER_KEYS[key] : key
}

function isNamedKey(name: string): name is NamedKey {
  return Object.hasOwn(WEBDRIVER_KEYS, name)
}
