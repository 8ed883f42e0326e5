import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'

/** What the published package has in it, a line a file; known before anything is built. */
const CONTENTS = readFileSync(new URL('../pack/contents.txt', import.meta.url), 'utf8').split('\n')
const COMMANDS = ['npm', 'npx', 'mkdir', 'cp']
/** Directives that the guides use, and where nginx allows them. */
const DIRECTIVES = ['proxy_pass', 'proxy_set_header', 'add_header']
const POLICIES = ['default-src', 'script-src', 'img-src', 'connect-src', 'object-src', 'base-uri']

/** What is wrong with commands for a shell, as far as can be told without running them. */
export function shellFaults(text: string): readonly string[] {
  const { status, stderr } = spawnSync('bash', ['-n'], { input: text, encoding: 'utf8' })
  if (status !== 0) return [stderr]
  const lines = text.trim().split('\n')
  const unknown = lines.filter((line) => !COMMANDS.includes(line.split(' ')[0] ?? ''))
  // What is copied out of the package has to be in it.
  const copied = [...text.matchAll(/node_modules\/kelisim\/(\S+)/g)].map(([, path = '']) => path)
  const missing = copied.filter(
    (path) => !CONTENTS.some((file) => `${file}/`.startsWith(`${path}/`)),
  )
  return [...unknown, ...missing]
}

/**
 * What is wrong with a part of nginx's configuration: a block that is not closed, a directive without its
 * end, one that is not among those we know, or a word too few.
 */
export function nginxFaults(text: string): readonly string[] {
  const [, body] = /^location \/[\w/]+ \{\n(.*)\}\n$/s.exec(text) ?? []
  if (body === undefined) return ['no closed block "location"']
  return body.split('\n').filter((line) => {
    const [, name = '', rest = ''] = /^ {4}(\w+) (.+);$/.exec(line) ?? []
    const words = rest.match(/"[^"]*"|\S+/g) ?? []
    const isWhole = DIRECTIVES.includes(name) && words.length === (name === 'proxy_pass' ? 1 : 2)
    return line !== '' && !isWhole
  })
}

/** What is wrong with a header that carries a policy. */
export function headerFaults(text: string): readonly string[] {
  const [, value] = /^Content-Security-Policy: (.+)\n$/.exec(text) ?? []
  if (value === undefined) return ['no header Content-Security-Policy']
  return value.split('; ').filter((part) => {
    const [name = '', ...sources] = part.split(' ')
    const isSource = (each: string): boolean =>
      /^('self'|'none'|'nonce-\{\{nonce\}\}'|https:\/\/[\w.-]+)$/.test(each)
    return !POLICIES.includes(name) || sources.length === 0 || !sources.every(isSource)
  })
}
