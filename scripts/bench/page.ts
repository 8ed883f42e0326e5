/** Where the page under test lives, and where its gated scripts come from. */
export const SHOP = 'https://shop.example'
export const TRACKER = 'https://tracker.example'

/** How many scripts wait for consent where their number is not what is measured: two per category. */
export const GATED_COUNT = 6

const CATEGORIES = ['functional', 'analytics', 'marketing']
const WORDS =
  'Курсы идут в небольших группах, занятия начинаются каждый понедельник, а записи уроков остаются у вас.'

/** What a subject adds to the page. */
export interface PageParts {
  /** At the start of the head, as documented for scripts that gate others. */
  readonly head?: string
  readonly bodyStart?: string
  readonly bodyEnd?: string
  /**
   * How the subject wants an external script to be held.
   *
   * @default As text that names its category.
   */
  readonly hold?: (category: string, address: string) => string
}

/**
 * Writes the page: text in Russian, and scripts of third parties that wait for consent. Subjects that
 * are told of scripts by code find their number on the root element.
 */
export function writePage(
  { head = '', bodyStart = '', bodyEnd = '', hold = holdAsText }: PageParts,
  gatedCount: number,
): string {
  const gated = Array.from({ length: gatedCount }, (_, index) =>
    hold(CATEGORIES[index % 3] ?? '', `${TRACKER}/gated-${index}.js`),
  )
  const text = Array.from({ length: 12 }, (_, index) => `<h2>Курс ${index + 1}</h2><p>${WORDS}</p>`)
  return `<!doctype html>
<html lang="ru" data-gated="${gatedCount}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Онлайн-школа</title>
<link rel="icon" href="data:,">
${head}
<style>body { margin: 2em auto; max-width: 40em; font: 16px/1.5 sans-serif }</style>
</head>
<body>${bodyStart}
<h1>Онлайн-школа</h1>
${text.join('\n')}
${gated.join('\n')}
${bodyEnd}
</body>
</html>`
}

function holdAsText(category: string, address: string): string {
  return `<script type="text/plain" data-category="${category}" src="${address}"></script>`
}
