import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'acorn'
import { digest } from '../release/digest.ts'
import type { Manifest } from '../release/manifest.ts'
import { type Result, run } from './run.ts'

/** What runs text as code or takes it for markup; the gate moves nodes and needs none of it. */
const DANGEROUS =
  /\beval\(|\bnew Function\b|\.innerHTML\s*=[^=]|\.outerHTML\s*=[^=]|insertAdjacentHTML|document\.write|createContextualFragment|\bdocument\.currentScript|setTimeout\(["'`]/g
/** Preact can set this for who asks it to; nothing of ours does, which the sources show. */
const PREACT = /dangerouslySetInnerHTML|\.__html|\.innerHTML\s*=[^=]/g
/** Addresses that a script may carry: namespaces, documents for developers, and what examples in texts say. */
const KNOWN_HOSTS = /^(www\.w3\.org|github\.com|json-schema\.org|[\w.-]+\.example(\.kz)?)$/
/** Parts of names that lists against such notices look for. */
const LISTED =
  /cookie-?(banner|notice|consent|bar|law|popup)|(gdpr|consent|privacy)-?(banner|notice|bar|manager|popup|consent)|gdpr|tracking/i

const fault = (lines: readonly string[]): string | undefined => lines.join('\n') || undefined

/**
 * Checks the files for pages as they are in the tarball.
 *
 * @param tarball Path of the packed package.
 * @param folder Empty; the tarball is unpacked into it.
 */
export function checkFiles(tarball: string, folder: string): readonly Result[] {
  run(folder, 'tar', '-xzf', tarball, '-C', folder)
  const browser = join(folder, 'package/dist/browser')
  const scripts = readdirSync(browser).filter((name) => name.endsWith('.js'))
  const textOf = (name: string): string => readFileSync(join(browser, name), 'utf8')
  const { files } = JSON.parse(textOf('manifest.json')) as Manifest
  return [
    {
      name: `the manifest has the integrity of all ${scripts.length} scripts in the tarball`,
      fault: fault([
        ...scripts
          .filter((name) => files[name]?.integrity !== integrityOf(join(browser, name)))
          .map((name) => `wrong integrity: ${name}`),
        ...Object.keys(files).filter((name) => !scripts.includes(name)),
      ]),
    },
    {
      name: 'no script turns text into code or markup',
      fault: fault(
        scripts.flatMap((name) => found(name, withoutPreact(name, textOf(name)), DANGEROUS)),
      ),
    },
    {
      name: 'every script is of ECMAScript 2022, which Safari 16.4 reads',
      fault: fault(scripts.flatMap((name) => syntaxFault(name, textOf(name)))),
    },
    {
      // Each service's own addresses are in its own file, which is fetched where the owner names it.
      name: 'no script of ours knows an address of others',
      fault: fault(
        scripts
          .filter((name) => !name.startsWith('service-'))
          .flatMap((name) => strangers(textOf(name)).map((host) => `${name}: ${host}`)),
      ),
    },
    {
      name: 'no script has a name that lists of blockers look for',
      fault: fault(scripts.filter((name) => LISTED.test(name))),
    },
  ]
}

const integrityOf = (path: string): string => digest('sha384', readFileSync(path))

const withoutPreact = (name: string, text: string): string =>
  /^(preact|kelisim\.full|kelisim\.dev)\.js$/.test(name) ? text.replace(PREACT, '') : text

function syntaxFault(name: string, text: string): string[] {
  const sourceType = /^(kelisim|snippet|instant)\b/.test(name) ? 'script' : 'module'
  try {
    parse(text, { ecmaVersion: 2022, sourceType })
    return []
  } catch (error) {
    return [`${name}: ${String(error)}`]
  }
}

const strangers = (text: string): string[] =>
  [...text.matchAll(/\/\/([\w-]+(?:\.[\w-]+)+)/g)]
    .map(([, host = '']) => host)
    .filter((host) => !KNOWN_HOSTS.test(host))

const found = (name: string, text: string, what: RegExp): string[] =>
  [...text.matchAll(what)].map(
    ({ 0: match, index }) =>
      `${name}: ${match} in ${text.slice(Math.max(0, index - 40), index + 40)}`,
  )
