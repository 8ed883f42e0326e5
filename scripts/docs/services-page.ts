import {
  attributeKinds,
  attributeOptions,
  attributeWords,
  commonOptions,
  type ServiceId,
} from '../../packages/services/src/attributes.ts'
import { hyphenate } from '../../packages/kelisim/src/tag/hyphenate.ts'
import { exampleOf } from '../../packages/services/src/example-of.ts'
import type { Preset } from '../../packages/services/src/preset.ts'
import { presetName } from '../../packages/services/src/preset-by-id.ts'
import { presets } from '../../packages/services/src/every-preset.ts'

const intro = `<!-- Written by \`pnpm generate\` from packages/services/src: change those files instead. -->

# Services

What is known about each: who gets the data, what is stored, and how it is loaded and stopped. Nothing of
a service is contacted before its category is allowed, unless you ask for that: [signals.md](signals.md) tells
what vendors hear of consent, what \`consent-mode\` and \`buffer-calls\` do, and what they cost.

With the script tag a service is an attribute; a file for it is fetched from the folder of the tag, also
by \`kelisim.full.js\`, which has everything else built in:

\`\`\`html
<script async src="/kelisim/kelisim.js" data-policy-url="/privacy" data-yandex-metrika="12345678" data-youtube></script>
\`\`\`

Beside every attribute there may be \`data-<id>-category\` and \`data-<id>-privacy-url\`. Where the address of
a vendor's policy is not known for certain, the latter is required. Frames and widgets load nothing by
themselves: mark them up with \`data-service="<id>"\`.

With the module it is a function; bundlers leave out what is not imported:

\`\`\`ts
import { createConsent } from 'kelisim'
import { yandexMetrika, youtube } from 'kelisim/services'

createConsent({ services: [yandexMetrika({ id: 12345678 }), youtube()] }).start()
\`\`\`

\`defineService\` checks a service of your own. Categories are where a preset puts itself; the owner decides.
Google services are told of all categories by consent mode, at first and after every change.

How well something is known: *measured* in a browser or by a crawl, *documented* by the vendor, *reported*
by others, or *unknown*. Lifetimes are ISO 8601 durations; an empty one is not known.
`

/** Renders the page of services from the presets themselves. */
export async function renderServicesPage(): Promise<string> {
  const sorted = presets
    .map(([make]) => make())
    .sort((one, other) => (one.name.toLowerCase() < other.name.toLowerCase() ? -1 : 1))
  return [intro, ...sorted.map(section)].join('\n')
}

function section(preset: Preset): string {
  const { name, category, vendor, countries = [preset.country], confidence, checkedAt } = preset
  const id = preset.id as ServiceId
  return [
    `## ${name}\n`,
    `${preset.purpose.en}\n`,
    '| | |',
    '| --- | --- |',
    `| attribute | ${attributesOf(preset, id)} |`,
    `| module | \`${callOf(preset, id)}\` |`,
    `| category | \`${category}\` |`,
    `| vendor | ${vendor}, ${countries.join(', ')} |`,
    `| policy | ${isOwners(preset) ? 'yours to name' : `<${preset.privacyUrl}>`} |`,
    ...(preset.signals.length > 0 ? [`| signals | ${preset.signals.join(', ')} |`] : []),
    `| after a withdrawal | ${afterWithdrawal(preset)} |`,
    `| sources | ${sourcesOf(preset)}; ${confidence}, checked ${checkedAt} |`,
    '',
    ...storageTable(preset),
  ].join('\n')
}

function attributesOf(preset: Preset, id: ServiceId): string {
  const own = (attributeOptions[id] ?? []).map((option) => `\`${ownAttribute(id, option)}\``)
  const needed = isOwners(preset) ? ` data-${id}-privacy-url="…"` : ''
  const value = attributeWords[id].map((option) => exampleOf(preset, option)).join(' ')
  return [`\`data-${id}${value && `="${value}"`}${needed}\``, ...own].join(', ')
}

function ownAttribute(id: ServiceId, option: string): string {
  const name = `data-${id}-${hyphenate(option)}`
  if (option === 'consentEvents') return `${name}="false"`
  if (attributeKinds[option] === 'flag') return name
  const values: Readonly<Record<string, string>> = {
    consentMode: 'advanced',
    waitForUpdate: '500',
    country: 'KZ',
  }
  return `${name}="${values[option] ?? '…'}"`
}

function callOf(preset: Preset, id: ServiceId): string {
  const options: readonly string[] = [
    ...attributeWords[id],
    ...(isOwners(preset) ? (commonOptions.slice(1) as string[]) : []),
  ]
  const fields = options.map(
    (option) => `${option}: '${option === 'privacyUrl' ? '…' : exampleOf(preset, option)}'`,
  )
  return `${presetName(id)}(${fields.length > 0 ? `{ ${fields.join(', ')} }` : ''})`
}

// The fixture names one where the preset has none.
const isOwners = ({ privacyUrl = '' }: Preset): boolean => privacyUrl.includes('vendor.example')

function afterWithdrawal({ load, stop, needsReload }: Preset): string {
  if (!load) return 'frames of the page go'
  if (!stop) return 'a reload is offered: the vendor has no call that stops it'
  return needsReload ? 'told to stop; a reload is offered' : 'told to stop'
}

const sourcesOf = ({ sources }: Preset): string =>
  sources.map((source) => (source.includes('://') ? `<${source}>` : source)).join(', ')

function storageTable({ storage }: Preset): string[] {
  if (storage.length === 0) return ['What it stores is not known.\n']
  const places = {
    cookie: 'cookie',
    local: 'local storage',
    session: 'session storage',
    idb: 'IndexedDB',
    cache: 'CacheStorage',
  }
  return [
    '| stores | where | how long | what for | known |',
    '| --- | --- | --- | --- | --- |',
    ...storage.map(({ kind, name, party, lifetime, purpose, confidence }) => {
      const whose = party === 3 ? ' of the vendor' : ''
      const text = typeof purpose === 'string' ? purpose : (purpose['en'] ?? '')
      return `| \`${name}\` | ${places[kind]}${whose} | ${lifetime} | ${text} | ${confidence} |`
    }),
    '',
  ]
}
