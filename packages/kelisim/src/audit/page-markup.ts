import type { Markup } from './evidence.ts'

/**
 * Reads in a page what its markup gives away. It needs nothing from outside itself, so that it can be sent
 * into a page.
 *
 * @param policyWords Source of an expression for the text or address of a link to a privacy policy.
 */
export function readMarkup(policyWords: string): Markup {
  const absolute = (address: string | undefined | null): string[] => {
    try {
      return address ? [new URL(address, document.baseURI).href] : []
    } catch {
      return []
    }
  }
  const links = (root: ParentNode): Element[] => [
    // One of the banners has a button in the place of a link.
    ...root.querySelectorAll('a[href],button'),
    ...[...root.querySelectorAll('*')].flatMap(({ shadowRoot }) =>
      shadowRoot ? links(shadowRoot) : [],
    ),
  ]
  const policy = new RegExp(policyWords, 'i')
  const noscript = [...document.querySelectorAll('noscript')].flatMap(({ textContent }) =>
    [...`${textContent}`.matchAll(/<(?:img|iframe)\b[^>]*?\ssrc\s*=\s*["']?([^"'\s>]+)/gi)].flatMap(
      ([, address]) => absolute(address),
    ),
  )
  const early = [
    ...document.querySelectorAll(
      'link[rel~=preconnect],link[rel~=dns-prefetch],link[rel~=preload],link[rel~=prefetch]',
    ),
  ].flatMap((link) => absolute(link.getAttribute('href')))
  return {
    noscript,
    early,
    hasPolicy: links(document).some(
      (link) => policy.test(`${link.textContent}`) || policy.test(`${link.getAttribute('href')}`),
    ),
  }
}

/** What links to a privacy policy say or contain, in the languages of our owners. */
export const POLICY_WORDS =
  'privacy|policy|конфиденциальн|персональн|политик|құпиялы|жеке дерек|дербес дерек|persdata|personal-data|datenschutz|confidentialit'
