import { presetName } from '@kelisim/services/preset-by-id'
import { presetsOf } from '../project/presets-of.ts'
import type { Project } from '../project/project.ts'
import { isBranch, type Tree } from '../project/tree.ts'

/** Writes what a developer puts into an application in place of the tag. */
export function writeModule(project: Project): string {
  const presets = presetsOf(project)
  const names = presets.map(([id]) => presetName(id)).sort()
  const { services: own, ...options } = project.options
  const services = [
    ...presets.map(([id, values]) => {
      const call = Object.keys(values).length > 0 ? literal(values, '    ') : ''
      return `${presetName(id)}(${call})`
    }),
    ...(Array.isArray(own) ? (own as readonly Tree[]) : []).map((each) => literal(each, '    ')),
  ]
  const entries = Object.entries(options).map(
    ([name, value]) => `  ${key(name)}: ${literal(value, '  ')},`,
  )
  const list = services.map((each) => `    ${each},\n`).join('')
  return [
    `import { createConsent } from 'kelisim'`,
    ...(names[0] ? [`import { ${names.join(', ')} } from 'kelisim/services'`] : []),
    '',
    'export const consent = createConsent({',
    ...entries,
    ...(list ? [`  services: [\n${list}  ],`] : []),
    '})',
    'consent.start()',
    '',
  ].join('\n')
}

const key = (name: string): string => (/^[a-z]\w*$/i.test(name) ? name : text(name))

function text(value: string): string {
  const inner = JSON.stringify(value).slice(1, -1).replaceAll('\\"', '"').replaceAll("'", "\\'")
  return `'${inner}'`
}

/** Writes plain data as code. */
function literal(value: Tree, indent: string): string {
  if (typeof value === 'string') return text(value)
  const inner = `${indent}  `
  if (Array.isArray(value)) {
    const entries = (value as readonly Tree[]).map((each) => literal(each, inner))
    return entries.some((each) => each.includes('\n'))
      ? `[\n${entries.map((each) => `${inner}${each},\n`).join('')}${indent}]`
      : `[${entries.join(', ')}]`
  }
  if (!isBranch(value)) return JSON.stringify(value)
  const entries = Object.entries(value).map(
    ([name, each]) => `${key(name)}: ${literal(each, inner)}`,
  )
  const line = `{ ${entries.join(', ')} }`
  return line.length < 80 && !line.includes('\n')
    ? line
    : `{\n${entries.map((each) => `${inner}${each},\n`).join('')}${indent}}`
}
