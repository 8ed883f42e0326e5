import { readFile } from 'node:fs/promises'
import type { Schema } from '../../packages/kelisim/src/dev/schema.ts'
import { attributeOf } from './attribute.ts'
import { typeName } from './type-name.ts'

const source = new URL('../../packages/core/config.schema.json', import.meta.url)

const groups: Readonly<Record<string, readonly string[]>> = {
  'Who asks': ['profile', 'operator', 'policy'],
  'What is asked': ['categories', 'services', 'revision', 'minors', 'migrateFrom'],
  'How long an answer holds': ['cookie'],
  'Proof of consent': ['ledger', 'country', 'subject'],
  'Language and texts': ['language', 'languages', 'defaultLanguage', 'texts'],
  'On the page': ['layout', 'place', 'autoShow', 'reopen', 'reload', 'framed', 'nonce', 'preview'],
}

const intro = `<!-- Written by \`pnpm generate\` from packages/core/config.schema.json: change that file instead. -->

# Options

All of them can be left out. A module passes them to \`createConsent\`; a page with the script tag writes
attributes on the tag, or all of them as JSON:

\`\`\`html
<script src="/kelisim/kelisim.js" data-policy-url="/privacy" data-lang="kk"></script>
<script type="application/json" data-kelisim-config>
  { "policy": { "url": "/privacy", "version": "2026-11-01" }, "language": "kk" }
</script>
\`\`\`

Functions, which JSON lacks, are pushed, before or after the tag:

\`\`\`html
<script>
  if (!window.kelisim?.push) window.kelisim = []
  kelisim.push({ services: [{ id: 'chat', category: 'functional', load() {} }] })
</script>
\`\`\`

What is pushed counts before what is in JSON, and that before the attributes.

In development use \`kelisim.dev.js\`, or a bundler that knows the condition \`development\`: that build
refuses options that are not in these tables and says what to write instead.
`

/**
 * Renders the page of options from their JSON Schema.
 *
 * @returns Markdown with one table per group.
 * @throws when an option is in no group.
 */
export async function renderOptionsPage(): Promise<string> {
  const schema: Schema = JSON.parse(await readFile(source, 'utf8'))
  const { properties = {}, $defs = {} } = schema
  const grouped = Object.values(groups).flat()
  const left = Object.keys(properties).filter((name) => !grouped.includes(name))
  if (left.length > 0) throw new Error(`Put these options into a group: ${left.join(', ')}`)

  const resolve = ({ $ref, ...own }: Schema): Schema => ({
    ...($ref && $defs[$ref.slice('#/$defs/'.length)]),
    ...own,
  })
  const rowsOf = (path: string, given: Schema, isRequired: boolean): string[] => {
    const node = resolve(given)
    const items = node.items && resolve(node.items)
    const inner = [node, ...(items ? [items, ...(items.anyOf ?? []).map(resolve)] : [])]
    const separator = node.items ? '[].' : '.'
    return [
      row(path, node, isRequired, resolve),
      ...inner.flatMap(({ properties: children = {}, required = [] }) =>
        Object.entries(children).flatMap(([name, child]) =>
          rowsOf(`${path}${separator}${name}`, child, required.includes(name)),
        ),
      ),
    ]
  }
  const sections = Object.entries(groups).map(([title, names]) =>
    [
      `## ${title}\n`,
      '| option | type | default | meaning | attribute of the tag |',
      '| --- | --- | --- | --- | --- |',
      ...names.flatMap((name) => rowsOf(name, properties[name] ?? {}, false)),
      '',
    ].join('\n'),
  )
  return [intro, ...sections].join('\n')
}

function row(
  path: string,
  node: Schema,
  isRequired: boolean,
  resolve: (node: Schema) => Schema,
): string {
  const { default: fallback, description = '' } = node
  const cells = [
    `\`${path}\``,
    typeName(node, resolve),
    isRequired ? 'required' : defaultText(fallback),
    description,
    attributeOf(path, node, resolve) ?? '',
  ]
  return `| ${cells.map((cell) => cell.replaceAll('|', '\\|').replace(/<[^>`]+>(?!`)/g, '`$&`')).join(' | ')} |`
}

function defaultText(value: unknown): string {
  if (value === undefined) return ''
  return typeof value === 'string' && value.includes(' ') ? value : `\`${JSON.stringify(value)}\``
}
