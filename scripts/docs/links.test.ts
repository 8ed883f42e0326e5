import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { expect, test } from 'vitest'

const LEFT_OUT = /(^|\/)(node_modules|dist|coverage|\.stryker-tmp)(\/|$)/
// The build copies it from the root, into a folder from which its links lead elsewhere.
const COPIES = ['packages/kelisim/README.md']

const pagesIn = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => join(folder, name))
    .filter((path) => path.endsWith('.md') && !LEFT_OUT.test(path))
const pages = [
  ...readdirSync('.').filter((name) => name.endsWith('.md')),
  ...['docs', 'packages', 'examples'].flatMap(pagesIn),
].filter((path) => !COPIES.includes(path))

/** Addresses that a page links to, outside of code. */
function linksOf(page: string): string[] {
  const prose = readFileSync(page, 'utf8')
    .replace(/^```.*?^```/gms, '')
    .replace(/`[^`]*`/g, '``')
  return [...prose.matchAll(/\]\(([^)\s]+)\)/g)].map(([, link = '']) => link)
}

/** Names that headings have in addresses, as GitHub makes them. */
const anchorsOf = (page: string): string[] =>
  [...readFileSync(page, 'utf8').matchAll(/^#+ (.*)$/gm)].map(([, heading = '']) =>
    heading
      .toLowerCase()
      .replace(/[^\p{L}\p{N}\s_-]/gu, '')
      .replaceAll(' ', '-'),
  )

/** What is wrong with a link; nothing where it leads somewhere. */
function faultOf(page: string, link: string): string | undefined {
  if (/^[a-z]+:/.test(link)) return undefined
  const [path = '', anchor] = link.split('#')
  const target = path ? join(dirname(page), path) : page
  if (!existsSync(target)) return `${page}: ${link} does not exist`
  if (anchor && statSync(target).isFile() && !anchorsOf(target).includes(anchor))
    return `${page}: ${link} has no such heading`
  return undefined
}

test('every file and heading that a page links to exists', () => {
  const links = pages.flatMap((page) => linksOf(page).map((link) => faultOf(page, link)))
  expect(links.length).toBeGreaterThan(100)
  expect(links.filter(Boolean)).toEqual([])
})

test('every file in the picture of the architecture is linked below it', () => {
  const page = 'docs/architecture.md'
  const [, picture = ''] = /```mermaid\n(.*?)```/s.exec(readFileSync(page, 'utf8')) ?? []
  const named = picture.match(/[\w/-]+\.ts\b/g) ?? []
  const links = linksOf(page)
  expect(named.length).toBeGreaterThan(8)
  expect(
    named.filter((name) => !links.some((link) => link.endsWith(`/${name.replace(/.*\//, '')}`))),
  ).toEqual([])
})
