interface Policy {
  createScriptURL(url: string): string
}

// Shared by all instances, because a page may allow each policy name only once.
let policy: Policy | undefined

/**
 * Blesses a script's address where the page enforces Trusted Types, through one policy named `kelisim`
 * that is made on first use. Elsewhere, and where the page forbids the policy, it passes as it is.
 *
 * Source: W3C Trusted Types, section 2.3.
 */
export function trustedUrl(url: string): string {
  const rules = { createScriptURL: (text: string) => text }
  const { trustedTypes } = globalThis as {
    trustedTypes?: { createPolicy(name: string, rules: Policy): Policy }
  }
  try {
    policy ??= trustedTypes?.createPolicy('kelisim', rules) ?? rules
  } catch {
    // The assignment of the plain text then throws, and that is reported with the script's name.
  }
  return policy?.createScriptURL(url) ?? url
}
