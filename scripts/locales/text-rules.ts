/** What a single text must not contain. */
interface TextRule {
  readonly breaks: (text: string) => boolean
  readonly what: string
  readonly repair: string
}

const PLACEHOLDER = /{{\s*([a-z][A-Za-z0-9]*)\s*}}/g

const rules: readonly TextRule[] = [
  {
    breaks: (text) => text.trim() === '',
    what: 'The text is empty.',
    repair: 'Write one, or remove the key from every language.',
  },
  {
    breaks: (text) => /<|&#?\w+;/.test(text),
    what: 'There is markup in the text.',
    repair: 'Texts are shown as they are: write plain words and real characters.',
  },
  {
    breaks: (text) => /[\p{Cc}\p{Zl}\p{Zp}\p{Bidi_Control}]/u.test(text),
    what: 'There is a control character, which may be invisible.',
    repair: 'Delete the text and type it again.',
  },
  {
    breaks: (text) => text.includes('$t('),
    what: 'The text takes in another one by "$t(".',
    repair: 'Write the words out.',
  },
  {
    breaks: (text) => /[{}]/.test(text.replace(PLACEHOLDER, '')),
    what: 'A placeholder is not of the form {{name}}.',
    repair:
      'Use Latin letters and digits only: formats, paths, "-" and single braces do not work here.',
  },
  {
    breaks: (text) => /\}\}[-‐‑–'’]?\p{L}/u.test(text),
    what: 'An ending is glued to a placeholder.',
    repair: 'Endings change with the word before them: put the placeholder after a colon.',
  },
  {
    breaks: (text) => (text.replace(PLACEHOLDER, ' ').match(/[\p{L}\p{M}]+/gu) ?? []).some(isMixed),
    what: 'Cyrillic and Latin letters are mixed in one word.',
    repair: 'Letters such as "а" and "a" look alike: type the word again in one alphabet.',
  },
]

/** Lists what is wrong with one text by itself, in the order of the rules. */
export function checkText(text: unknown): { readonly what: string; readonly repair: string }[] {
  if (typeof text !== 'string') {
    return [
      {
        what: `There is ${JSON.stringify(text)} where a text belongs.`,
        repair: 'Write a text in quotes; a list becomes one key for each text.',
      },
    ]
  }
  return rules.filter(({ breaks }) => breaks(text)).map(({ what, repair }) => ({ what, repair }))
}

/** Names the placeholders of a text, sorted, each once. */
export function placeholdersOf(text: unknown): string[] {
  const found = [...String(text).matchAll(PLACEHOLDER)].map(([, name = '']) => name)
  return [...new Set(found)].sort()
}

function isMixed(word: string): boolean {
  return /\p{Script=Latin}/u.test(word) && /\p{Script=Cyrillic}/u.test(word)
}
