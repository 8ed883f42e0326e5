import { repairs } from '../../packages/core/src/on-demand/repairs.ts'

const intro = `<!-- Written by \`pnpm generate\` from packages/core/src/on-demand/repairs.ts: change that file instead. -->

# Errors

Every fault has a code. Wrong options are thrown by \`createConsent\` (a script tag leaves that to the
browser's console); what goes wrong later is written to the console and told to \`onError\` and to listeners
of the window's event \`kelisim:error\`. In each case it is a \`ConsentError\` with the \`code\` of a
heading below and, where something else failed first, its \`cause\`. After every one of them what was not
allowed stays refused, and the page goes on.
`

/**
 * Renders the page of errors. Each heading is a code, so that a link can name it.
 *
 * @returns Markdown.
 */
export async function renderErrorsPage(): Promise<string> {
  const sections = Object.entries(repairs).map(
    ([code, text]) => `## ${code}\n\n${markdown(text)}\n`,
  )
  return [intro, ...sections].join('\n')
}

/** Puts tags into code, or a reader of Markdown would take them for markup. */
const markdown = (text: string): string => text.replace(/<[^>]+>/g, '`$&`')
