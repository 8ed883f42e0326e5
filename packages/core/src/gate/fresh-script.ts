import { page } from '../platform/page.ts'

interface Policy {
  createScript(text: string): string
  createScriptURL(url: string): string
}

// Shared by all instances, because a page may allow each policy name only once.
let policy: Policy | undefined

/**
 * Gives the policy that blesses scripts where the page enforces Trusted Types: one, named `kelisim`, made
 * on first use. Elsewhere texts pass as they are.
 *
 * @throws {TypeError} Where the page's policy forbids ours.
 *
 * Source: W3C Trusted Types, section 2.3.
 */
export function trusted(): Policy {
  const same = (text: string): string => text
  const rules = { createScript: same, createScriptURL: same }
  const { trustedTypes } = globalThis as {
    trustedTypes?: { createPolicy(name: string, rules: Policy): Policy }
  }
  return (policy ??= trustedTypes?.createPolicy('kelisim', rules) ?? rules)
}

/**
 * Copies a script, with attributes, nonce and text, into an element that the browser has not seen: one
 * that came as markup by `innerHTML` is marked as started and would never run, and so would its clones.
 *
 * Where Trusted Types forbid that, the element itself is given back: if it came with the page, it runs
 * when it is put in place again with another type.
 *
 * Source: HTML Standard, "already started", "prepare the script element".
 */
export function freshScript(script: HTMLScriptElement): HTMLScriptElement {
  const fresh = page.createElement('script')
  try {
    for (const { name, value } of script.attributes) {
      fresh.setAttribute(name, name.endsWith('src') ? trusted().createScriptURL(value) : value)
    }
    fresh.text = trusted().createScript(script.text)
    fresh.nonce = script.nonce
    return fresh
  } catch {
    return script
  }
}
